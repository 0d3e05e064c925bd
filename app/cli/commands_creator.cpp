// submit, ask, answer, comment, feedback list, go-live
#include <limits>

#include "app/cli/command.h"

namespace meridian::cli {
namespace {

struct Submit {
  std::string deliverable, caption, captionFile;
  std::vector<std::string> links, files, ticks;
  bool tickAll = false;
};
Result<Json> submit(Context& context, const Submit& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(deliverable, findDeliverable(s, o.deliverable));
  const auto home = s.reading().home();
  replica::CreatorWork work(s.replica, s.campaign);
  replica::CreatorWork::Draft draft;
  draft.deliverable = deliverable.id;
  draft.caption = o.caption;
  draft.links = o.links;
  if (!o.captionFile.empty()) {
    MERIDIAN_TRY(text, readText(o.captionFile, 64u << 10));
    draft.caption = text;
  }
  std::vector<domain::CharterElement> elements;
  if (home && home->brief.current) elements = home->brief.current->inherited.nonNegotiables;
  for (const auto& element : elements)
    if (o.tickAll) draft.ticks.push_back(element.id);
  for (const auto& tick : o.ticks) {
    const auto element = std::ranges::find_if(elements, [&](const auto& one) {
      return one.text.en == tick || one.text.ru == tick ||
             (tick.size() >= 6 && refText(one.id).starts_with(tick));
    });
    if (element == elements.end()) return fail(ErrorCode::NotFound, "no such non-negotiable: " + tick);
    if (std::ranges::find(draft.ticks, element->id) == draft.ticks.end()) draft.ticks.push_back(element->id);
  }
  const auto sent = [&]() -> Result<OpId> {
    for (const auto& file : o.files) {
      MERIDIAN_TRY(attachment, work.attach(file));
      draft.attachments.push_back(attachment);
    }
    return work.submit(draft);
  }();
  // Nobody could send or remove them later.
  if (!sent)
    for (const auto& attachment : draft.attachments)
      (void)work.discard(attachment);
  MERIDIAN_TRY(fact, sent);
  Json out = {{"submission", refText(fact)}, {"attachments", draft.attachments.size()}};
  if (home && !home->answerSlots.empty()) out["answerIfReceivedNow"] = jsonOf(home->answerSlots.front());
  return out;
}

struct Ask {
  std::string part, submission, question, text, caption, time;
  int image = -1, x = 0, y = 0, video = -1;
  std::uint32_t millis = 0;
};
Result<Json> ask(Context& context, const Ask& o) {
  MERIDIAN_TRY(s, session(context));
  std::optional<domain::BriefPart> part;
  std::optional<OpId> submission;
  if (!o.part.empty()) {
    MERIDIAN_TRY(found, parsePart(o.part));
    part = found;
  }
  if (!o.submission.empty()) {
    MERIDIAN_TRY(found, findSubmission(s, o.submission));
    submission = found.id;
  }
  MERIDIAN_TRY(fact, replica::CreatorWork(s.replica, s.campaign).ask(part, submission, o.text));
  Json out = {{"question", refText(fact)}};
  if (const auto home = s.reading().home())
    for (const auto& question : home->questions)
      if (question.meta.id == fact) out["replyBy"] = toIso(question.replyBy);
  return out;
}

Result<Json> answer(Context& context, const Ask& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, findQuestion(s, o.question));
  MERIDIAN_TRY(fact, replica::Briefing(s.replica, s.campaign).answer(found.space, found.id, o.text));
  return Json{{"answer", refText(fact)}};
}

// “0:12”, “1:02:03” or “0:12.5” in milliseconds.
Result<std::uint32_t> timeCode(std::string_view text) {
  std::uint64_t seconds = 0, millis = 0;
  const auto bad = [] {
    return fail(ErrorCode::InvalidArgument, "a time is written as 0:12, 1:02:03 or 0:12.5");
  };
  const auto number = [](std::string_view digits, std::size_t most) -> std::optional<std::uint64_t> {
    if (digits.empty() || digits.size() > most) return std::nullopt;
    std::uint64_t value = 0;
    for (const char digit : digits) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return value;
  };
  if (const auto dot = text.find('.'); dot != std::string_view::npos) {
    std::string part(text.substr(dot + 1));
    const auto value = number(part, 3);
    if (!value) return bad();
    millis = *value;
    for (std::size_t digits = part.size(); digits < 3; ++digits)
      millis *= 10;
    text = text.substr(0, dot);
  }
  for (int place = 0;; ++place) {
    const auto colon = text.find(':');
    const auto value = number(text.substr(0, colon), 4);
    if (!value || place > 2 || (place > 0 && *value > 59)) return bad();
    seconds = seconds * 60 + *value;
    if (colon == std::string_view::npos) break;
    text = text.substr(colon + 1);
  }
  const std::uint64_t all = seconds * 1000 + millis;
  if (all > std::numeric_limits<std::uint32_t>::max()) return bad();
  return static_cast<std::uint32_t>(all);
}

// Where the quoted words stand in the caption, in code points; or a point, or a time.
Result<domain::CommentPin> pinOf(const std::string& caption, const Ask& o) {
  domain::CommentPin pin;
  if (!o.caption.empty()) {
    const auto at = caption.find(o.caption);
    if (at == std::string::npos) return fail(ErrorCode::NotFound, "the caption does not say that");
    auto points = [](std::string_view text) {
      return static_cast<std::uint32_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    pin.kind = domain::CommentPin::Kind::CaptionRange;
    pin.from = points(std::string_view(caption).substr(0, at));
    pin.to = pin.from + points(o.caption);
  } else if (o.image >= 0) {
    pin.kind = domain::CommentPin::Kind::ImagePoint;
    pin.attachment = static_cast<std::uint32_t>(o.image);
    pin.x = static_cast<std::uint32_t>(o.x);
    pin.y = static_cast<std::uint32_t>(o.y);
  } else if (o.video >= 0) {
    pin.kind = domain::CommentPin::Kind::TimeCode;
    pin.attachment = static_cast<std::uint32_t>(o.video);
    pin.millis = o.millis;
    if (!o.time.empty()) {
      MERIDIAN_TRY(millis, timeCode(o.time));
      pin.millis = millis;
    }
  }
  return pin;
}

Result<Json> comment(Context& context, const Ask& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, findSubmission(s, o.submission));
  const auto view = s.reading().submission(found.space, found.id);
  if (!view) return fail(ErrorCode::NotFound, "no such submission");
  MERIDIAN_TRY(pin, pinOf(view->status.submission.content.caption, o));
  MERIDIAN_TRY(fact, replica::Reviewing(s.replica, s.campaign).comment(found.space, found.id, pin, o.text));
  return Json{{"comment", refText(fact)}};
}

Result<Json> feedback(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  const auto home = s.reading().home();
  if (!home) return fail(ErrorCode::NotAllowed, "a creator's command; leads use `review list --all`");
  // What is shown here has reached the creator: the leads may know.
  std::vector<OpId> seen;
  Json out = Json::array();
  for (const auto& deliverable : home->deliverables)
    for (const auto& status : deliverable.submissions) {
      for (const auto& verdict : status.verdicts)
        seen.push_back(verdict.meta.id);
      Json one;
      if (const auto view = s.reading().submission(home->space, status.submission.meta.id))
        one = jsonOf(*view);
      else
        one = jsonOf(status);
      one["round"] = deliverable.round;
      out.push_back(one);
    }
  MERIDIAN_CHECK(replica::CreatorWork(s.replica, s.campaign).seen(seen));
  return out;
}

struct GoLive {
  std::string deliverable, link;
  bool confirmed = false;
};
Result<Json> goLive(Context& context, const GoLive& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(deliverable, findDeliverable(s, o.deliverable));
  MERIDIAN_TRY(fact, replica::CreatorWork(s.replica, s.campaign).goLive(deliverable.id, o.link, o.confirmed));
  return Json{{"live", refText(fact)}, {"link", o.link}};
}

} // namespace

void addCreatorCommands(CLI::App& app, Parsed& parsed) {
  command<Submit>(
      app, parsed, "submit", "Sends content for approval",
      "--profile DIR submit --caption \"Day 1 …\" --file day7.png --tick-all",
      [](CLI::App& c, Submit& o) {
        c.add_option("--deliverable", o.deliverable, "Title or id, if there are several");
        auto* caption = c.add_option("--caption", o.caption, "Caption as it is to be published");
        c.add_option("--caption-file", o.captionFile, "Caption from a file, - for standard input")
            ->excludes(caption);
        c.add_option("--link", o.links, "May be repeated");
        c.add_option("--file", o.files, "Copied and sealed at once; may be repeated");
        auto* tick =
            c.add_option("--tick", o.ticks, "A non-negotiable that is met: its text or id; may be repeated");
        c.add_flag("--tick-all", o.tickAll, "All of them are met")->excludes(tick);
      },
      submit);
  command<Ask>(
      app, parsed, "ask", "Asks the contact, pinned to a part of the brief",
      "--profile DIR ask --part make --text \"May day 1 be in the evening?\"",
      [](CLI::App& c, Ask& o) {
        c.add_option("--part", o.part, "contact, goal, role, make, live or bigger");
        c.add_option("--submission", o.submission, "The submission that it is about");
        c.add_option("--text", o.text, "The question")->required();
      },
      ask);
  command<Ask>(
      app, parsed, "answer", "Answers a creator's question",
      "--profile DIR answer --question 4f9c12ab --text \"Yes, at the same hour each day.\"",
      [](CLI::App& c, Ask& o) {
        c.add_option("--question", o.question, "Id, or its first digits")->required();
        c.add_option("--text", o.text, "The answer")->required();
      },
      answer);
  command<Ask>(
      app, parsed, "comment", "Comments on a submission, pinned to words, a point or a time",
      "--profile DIR comment --submission 4f9c12ab --caption \"heals hands\" --text \"“Calms”, please.\"",
      [](CLI::App& c, Ask& o) {
        c.add_option("--submission", o.submission, "Id, or its first digits")->required();
        c.add_option("--text", o.text, "The comment")->required();
        const CLI::Range index(0, 1'000), share(0, 10'000);
        auto* caption = c.add_option("--caption", o.caption, "The words of the caption that are meant");
        auto* image = c.add_option("--image", o.image, "Index of the image …")->check(index);
        c.add_option("--x", o.x, "… and the point in it, in 1/10,000 of its width …")
            ->needs(image)
            ->check(share);
        c.add_option("--y", o.y, "… and height")->needs(image)->check(share);
        auto* video = c.add_option("--video", o.video, "Index of the video …")->check(index);
        Choice({caption, image, video});
        auto* time = c.add_option("--time", o.time, "… and the time in it, as 0:12 …")->needs(video);
        c.add_option("--ms", o.millis, "… or in milliseconds")->needs(video)->excludes(time);
      },
      comment);
  auto& group1 = group(app, "feedback", "What became of the own submissions");
  command<NoOptions>(group1, parsed, "list", "Lists promises, verdicts and comments",
                     "--profile DIR --pretty feedback list", noOptions, feedback);
  command<GoLive>(
      app, parsed, "go-live", "It's live: states where the approved version was published",
      "--profile DIR go-live --link https://example.com/p/1",
      [](CLI::App& c, GoLive& o) {
        c.add_option("--deliverable", o.deliverable, "Title or id, if there are several");
        c.add_option("--link", o.link, "Where it was published")->required();
        c.add_flag("--links-confirmed", o.confirmed, "The files behind the links are what was approved");
      },
      goLive);
}

} // namespace meridian::cli
