<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>AddCreatorSheet</name>
        <message>
            <source>Add creator</source>
            <comment>Button</comment>
            <translation>Add creator</translation>
        </message>
        <message>
            <source>Name</source>
            <comment>Name of a field</comment>
            <translation>Name</translation>
        </message>
        <message>
            <source>Handle</source>
            <comment>Name of a field: the creator's name on their channel</comment>
            <translation>Handle</translation>
        </message>
        <message>
            <source>Followers</source>
            <comment>Name of a field</comment>
            <translation>Followers</translation>
        </message>
        <message>
            <source>Tier</source>
            <comment>Name of a choice: nano, micro or macro</comment>
            <translation>Tier</translation>
        </message>
        <message>
            <source>nano</source>
            <comment>Tier of a creator</comment>
            <translation>nano</translation>
        </message>
        <message>
            <source>micro</source>
            <comment>Tier of a creator</comment>
            <translation>micro</translation>
        </message>
        <message>
            <source>macro</source>
            <comment>Tier of a creator</comment>
            <translation>macro</translation>
        </message>
        <message>
            <source>Language of the brief</source>
            <comment>Name of a choice</comment>
            <translation>Language of the brief</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Market</translation>
        </message>
    </context>
    <context>
        <name>AppPage</name>
        <message>
            <source>Settings</source>
            <comment>Button: opens the settings</comment>
            <translation>Settings</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>The sync pill, counting down: changes that have not gone out</comment>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AskSheet</name>
        <message>
            <source>Ask</source>
            <comment>Title of a sheet: a question to the contact</comment>
            <translation>Ask</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Above a question: %1 whom it goes to, %2 their local time and style</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>About: %1</source>
            <comment>Above a question; %1 is a part of the brief</comment>
            <translation>About: %1</translation>
        </message>
        <message>
            <source>Your question</source>
            <comment>Name of a field</comment>
            <translation>Your question</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>Under a question; %1 is a date</comment>
            <translation>Answer by %1</translation>
        </message>
        <message>
            <source>Send question</source>
            <comment>Button</comment>
            <translation>Send question</translation>
        </message>
    </context>
    <context>
        <name>BilingualBlock</name>
        <message>
            <source>In English only so far</source>
            <comment>Note below a text that has no Russian lane yet</comment>
            <translation>In English only so far</translation>
        </message>
        <message>
            <source>In Russian only so far</source>
            <comment>Note below a text that has no English lane yet</comment>
            <translation>In Russian only so far</translation>
        </message>
        <message>
            <source>English text</source>
            <comment>Button: unfolds the English lane above the Russian one</comment>
            <translation>English text</translation>
        </message>
        <message>
            <source>Russian text</source>
            <comment>Button: unfolds the Russian lane above the English one</comment>
            <translation>Russian text</translation>
        </message>
        <message>
            <source>%1, English</source>
            <comment>Name of the field with the English lane; %1 is the part of the brief</comment>
            <translation>%1, English</translation>
        </message>
        <message>
            <source>%1, Russian</source>
            <comment>Name of the field with the Russian lane; %1 is the part of the brief</comment>
            <translation>%1, Russian</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>Screen reader: name of a field; %1 what it takes, %2 what it belongs to</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>BilingualLane</name>
        <message>
            <source>Translation is stale</source>
            <comment>State of a text whose source has changed since</comment>
            <translation>Translation is stale</translation>
        </message>
        <message>
            <source>See what changed</source>
            <comment>Button: shows the difference in the source text</comment>
            <translation>See what changed</translation>
        </message>
        <message>
            <source>Still correct</source>
            <comment>Button: the translation needs no change</comment>
            <translation>Still correct</translation>
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message>
            <source>Main pages</source>
            <comment>Screen reader: the bar with the main pages</comment>
            <translation>Main pages</translation>
        </message>
    </context>
    <context>
        <name>BriefChangesPage</name>
        <message>
            <source>What changed</source>
            <comment>Title of a page: the difference between two briefs</comment>
            <translation>What changed</translation>
        </message>
        <message>
            <source>Nothing has changed since you read it.</source>
            <comment>No difference between two briefs</comment>
            <translation>Nothing has changed since you read it.</translation>
        </message>
        <message>
            <source>Got it</source>
            <comment>Button: acknowledges the changed brief</comment>
            <translation>Got it</translation>
        </message>
        <message>
            <source>Nothing has changed in your language.</source>
            <comment>A brief was issued again with other words in the other language</comment>
            <translation>Nothing has changed in your language.</translation>
        </message>
    </context>
    <context>
        <name>BriefConflictCard</name>
        <message>
            <source>Two briefs: %1</source>
            <comment>Conflict card; %1 is a creator</comment>
            <translation>Two briefs: %1</translation>
        </message>
        <message>
            <source>Both were issued at the same time. The creator sees the first one only; nothing is lost. Which one counts?</source>
            <comment>Conflict card</comment>
            <translation>Both were issued at the same time. The creator sees the first one only; nothing is lost. Which one counts?</translation>
        </message>
        <message>
            <source>Keep this one, which the creator has</source>
            <comment>Button of a conflict card</comment>
            <translation>Keep this one, which the creator has</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <comment>Button of a conflict card</comment>
            <translation>Keep this one</translation>
        </message>
    </context>
    <context>
        <name>BriefDeliverables</name>
        <message>
            <source>Deliverables</source>
            <comment>Brief: heading</comment>
            <translation>Deliverables</translation>
        </message>
        <message>
            <source>Add deliverable</source>
            <comment>Button</comment>
            <translation>Add deliverable</translation>
        </message>
        <message>
            <source>Rough cut: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Rough cut: %1</translation>
        </message>
        <message>
            <source>Goes live: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Goes live: %1</translation>
        </message>
        <message>
            <source>Nothing to make yet. A brief names at least one deliverable.</source>
            <comment>Brief without a deliverable</comment>
            <translation>Nothing to make yet. A brief names at least one deliverable.</translation>
        </message>
        <message>
            <source>Ad-marking token: %1</source>
            <comment>Of a deliverable; %1 is a code</comment>
            <translation>Ad-marking token: %1</translation>
        </message>
        <message>
            <source>The ad-marking token is missing</source>
            <comment>Of a deliverable</comment>
            <translation>The ad-marking token is missing</translation>
        </message>
        <message>
            <source>Edit: %1</source>
            <comment>Button: opens a deliverable; %1 is its title</comment>
            <translation>Edit: %1</translation>
        </message>
        <message>
            <source>Removed. The creator sees it once the changes are issued.</source>
            <comment>After a deliverable was removed</comment>
            <translation>Removed. The creator sees it once the changes are issued.</translation>
        </message>
    </context>
    <context>
        <name>BriefDesk</name>
        <message>
            <source>Issued. The creator sees it as soon as both are online.</source>
            <comment>After a brief was issued</comment>
            <translation>Issued. The creator sees it as soon as both are online.</translation>
        </message>
        <message>
            <source>Answered.</source>
            <comment>After a question was answered</comment>
            <translation>Answered.</translation>
        </message>
        <message>
            <source>Issue changes</source>
            <comment>Button: a new version of the brief</comment>
            <translation>Issue changes</translation>
        </message>
        <message>
            <source>Issue brief</source>
            <comment>Button</comment>
            <translation>Issue brief</translation>
        </message>
        <message>
            <source>A material change asks the creator to acknowledge the brief again, and you to look again at open submissions.</source>
            <comment>Sheet for issuing a changed brief</comment>
            <translation>A material change asks the creator to acknowledge the brief again, and you to look again at open submissions.</translation>
        </message>
        <message>
            <source>This change is material</source>
            <comment>A tick when a changed brief is issued</comment>
            <translation>This change is material</translation>
        </message>
        <message>
            <source>Nothing has changed since the last issue.</source>
            <comment>Why a brief cannot be issued again</comment>
            <translation>Nothing has changed since the last issue.</translation>
        </message>
    </context>
    <context>
        <name>BriefDeskModel</name>
        <message>
            <source>Audience</source>
            <comment>Of a creator: whom they speak to</comment>
            <translation>Audience</translation>
        </message>
        <message>
            <source>Tone</source>
            <comment>Text of a brief</comment>
            <translation>Tone</translation>
        </message>
        <message>
            <source>My role: because</source>
            <comment>Text of a brief: why this role</comment>
            <translation>My role: because</translation>
        </message>
        <message>
            <source>What I make: because</source>
            <comment>Text of a brief: why this</comment>
            <translation>What I make: because</translation>
        </message>
        <message>
            <source>Needed before the brief is issued</source>
            <translation>Needed before the brief is issued</translation>
        </message>
        <message>
            <source>An instruction is easier to follow with its reason</source>
            <translation>An instruction is easier to follow with its reason</translation>
        </message>
        <message>
            <source>%1 of 6</source>
            <comment>Parts of a brief that are written</comment>
            <translation>%1 of 6</translation>
        </message>
        <message>
            <source>Version %1, issued %2. Acknowledged.</source>
            <comment>%1 a number, %2 a date</comment>
            <translation>Version %1, issued %2. Acknowledged.</translation>
        </message>
        <message>
            <source>Version %1, issued %2. Opened, not acknowledged yet.</source>
            <translation>Version %1, issued %2. Opened, not acknowledged yet.</translation>
        </message>
        <message>
            <source>Version %1, issued %2. Not opened yet.</source>
            <translation>Version %1, issued %2. Not opened yet.</translation>
        </message>
        <message>
            <source>Not written in the creator’s language: %1.</source>
            <comment>%1 parts of the brief</comment>
            <translation>Not written in the creator’s language: %1.</translation>
        </message>
        <message>
            <source>The audience is not described.</source>
            <translation>The audience is not described.</translation>
        </message>
        <message>
            <source>No deliverable is named.</source>
            <translation>No deliverable is named.</translation>
        </message>
        <message>
            <source>Missing in the other language: %1.</source>
            <comment>%1 parts of the brief</comment>
            <translation>Missing in the other language: %1.</translation>
        </message>
        <message>
            <source>Translation is stale: %1.</source>
            <comment>%1 parts of the brief</comment>
            <translation>Translation is stale: %1.</translation>
        </message>
        <message>
            <source>An instruction has no “because”.</source>
            <translation>An instruction has no “because”.</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>Of a question; %1 a date</comment>
            <translation>Answer by %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Of a question: %1 a part of the brief, %2 until when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>A part of the brief in quotation marks</comment>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>A deliverable needs a title.</source>
            <translation>A deliverable needs a title.</translation>
        </message>
        <message>
            <source>That is no date and time. Choose one in the calendar or type it.</source>
            <translation>That is no date and time. Choose one in the calendar or type it.</translation>
        </message>
    </context>
    <context>
        <name>BriefDeskPage</name>
        <message>
            <source>Brief</source>
            <comment>Title of a page: a brief being written</comment>
            <translation>Brief</translation>
        </message>
    </context>
    <context>
        <name>BriefModel</name>
        <message>
            <source>%1. Removed: %2. Added: %3.</source>
            <comment>Screen reader: a changed part of the brief</comment>
            <translation>%1. Removed: %2. Added: %3.</translation>
        </message>
        <message>
            <source>Nothing sent yet</source>
            <comment>State of a deliverable</comment>
            <translation>Nothing sent yet</translation>
        </message>
        <message>
            <source>Live</source>
            <comment>State of a deliverable</comment>
            <translation>Live</translation>
        </message>
        <message>
            <source>Goes live: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Goes live: %1</translation>
        </message>
        <message>
            <source>Answered %1</source>
            <comment>State of a question; %1 is a time</comment>
            <translation>Answered %1</translation>
        </message>
        <message>
            <source>Late: an answer was due %1</source>
            <comment>State of a question; %1 is a time</comment>
            <translation>Late: an answer was due %1</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>State of a question; %1 is a time</comment>
            <translation>Answer by %1</translation>
        </message>
        <message>
            <source>Your lead is preparing your brief.</source>
            <comment>Instead of the brief</comment>
            <translation>Your lead is preparing your brief.</translation>
        </message>
        <message>
            <source>Your lead is preparing your brief, expected %1.</source>
            <comment>Instead of the brief; %1 is a day</comment>
            <translation>Your lead is preparing your brief, expected %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) open</source>
            <translation>
                <numerusform>%n open question</numerusform>
                <numerusform>%n open questions</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Under a contact's name: %1 their local time, %2 how they communicate</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Until %1: %2</source>
            <comment>A contact is away; %1 a day, %2 who acts for them</comment>
            <translation>Until %1: %2</translation>
        </message>
        <message>
            <source>Approves: %1</source>
            <comment>Under the contact; %1 is a name</comment>
            <translation>Approves: %1</translation>
        </message>
        <message>
            <source>New contact: %1. Before: %2.</source>
            <comment>Announcement to a creator; %1, %2 names</comment>
            <translation>New contact: %1. Before: %2.</translation>
        </message>
        <message>
            <source>New approver: %1. Before: %2.</source>
            <comment>Announcement to a creator; %1, %2 names</comment>
            <translation>New approver: %1. Before: %2.</translation>
        </message>
        <message>
            <source>%1. Added: %2.</source>
            <comment>Screen reader: a changed part of the brief</comment>
            <translation>%1. Added: %2.</translation>
        </message>
        <message>
            <source>%1. Removed: %2.</source>
            <comment>Screen reader: a changed part of the brief</comment>
            <translation>%1. Removed: %2.</translation>
        </message>
        <message>
            <source>Must have</source>
            <comment>Heading: the non-negotiables to tick</comment>
            <translation>Must have</translation>
        </message>
        <message>
            <source>Negotiables</source>
            <comment>Heading: what a creator may adapt</comment>
            <translation>Negotiables</translation>
        </message>
        <message>
            <source>Campaign</source>
            <comment>Heading: what the campaign says to all</comment>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Both markets</source>
            <comment>Heading: the angle of each market side by side</comment>
            <translation>Both markets</translation>
        </message>
        <message>
            <source>Rough cut: %1</source>
            <comment>Of a deliverable; %1 is a date</comment>
            <translation>Rough cut: %1</translation>
        </message>
        <message>
            <source>Labels: %1</source>
            <comment>Of a deliverable: disclosures of advertising</comment>
            <translation>Labels: %1</translation>
        </message>
        <message>
            <source>Deliverable: %1</source>
            <comment>Heading: %1 the title of a deliverable</comment>
            <translation>Deliverable: %1</translation>
        </message>
    </context>
    <context>
        <name>BriefPartDelegate</name>
        <message>
            <source>%1. %2</source>
            <comment>Heading of a part of the brief: %1 its number, %2 its title</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>Changed</source>
            <comment>Of a part of the brief</comment>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Ask about: %1</source>
            <comment>Button: a question about a part of the brief; %1 is its title</comment>
            <translation>Ask about: %1</translation>
        </message>
        <message>
            <source>Tone: %1</source>
            <comment>Of the creator's role; %1 is a text</comment>
            <translation>Tone: %1</translation>
        </message>
        <message>
            <source>Because: %1</source>
            <comment>The reason of an instruction; %1 is a text</comment>
            <translation>Because: %1</translation>
        </message>
    </context>
    <context>
        <name>BriefQuestions</name>
        <message>
            <source>Questions</source>
            <comment>Brief: heading over the creator's questions</comment>
            <translation>Questions</translation>
        </message>
        <message>
            <source>Answer: %1</source>
            <comment>Below a question; %1 is the answer</comment>
            <translation>Answer: %1</translation>
        </message>
        <message>
            <source>Answer</source>
            <comment>Name of a field: to a question</comment>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Send answer</source>
            <comment>Button</comment>
            <translation>Send answer</translation>
        </message>
        <message>
            <source>Answer to the question: %1</source>
            <comment>Screen reader: name of a field; %1 is what was asked</comment>
            <translation>Answer to the question: %1</translation>
        </message>
        <message>
            <source>Send the answer to the question: %1</source>
            <comment>Screen reader: button; %1 is what was asked</comment>
            <translation>Send the answer to the question: %1</translation>
        </message>
    </context>
    <context>
        <name>BriefsPage</name>
        <message>
            <source>Briefs</source>
            <comment>Main page of a lead: everybody's briefs</comment>
            <translation>Briefs</translation>
        </message>
        <message>
            <source>No briefs yet. Add a creator first.</source>
            <comment>An empty list of briefs</comment>
            <translation>No briefs yet. Add a creator first.</translation>
        </message>
        <message>
            <source>Creators and invitations</source>
            <comment>Button: opens the page of creators</comment>
            <translation>Creators and invitations</translation>
        </message>
        <message>
            <source>Go to creators</source>
            <comment>Button: opens the page of creators</comment>
            <translation>Go to creators</translation>
        </message>
    </context>
    <context>
        <name>CampaignEditModel</name>
        <message>
            <source>Name</source>
            <comment>Text of the campaign</comment>
            <translation>Name</translation>
        </message>
        <message>
            <source>Thesis</source>
            <comment>Text of the campaign</comment>
            <translation>Thesis</translation>
        </message>
        <message>
            <source>Shared goal</source>
            <comment>Text of the campaign</comment>
            <translation>Shared goal</translation>
        </message>
        <message>
            <source>Value proposition</source>
            <comment>Text of the campaign</comment>
            <translation>Value proposition</translation>
        </message>
        <message>
            <source>Success metric</source>
            <comment>Text of the campaign</comment>
            <translation>Success metric</translation>
        </message>
        <message>
            <source>Brand guidelines</source>
            <comment>Text of the campaign</comment>
            <translation>Brand guidelines</translation>
        </message>
        <message>
            <source>Angle</source>
            <comment>Text of a market</comment>
            <translation>Angle</translation>
        </message>
        <message>
            <source>Reason of the angle</source>
            <comment>Text of a market</comment>
            <translation>Reason of the angle</translation>
        </message>
        <message>
            <source>What the data says</source>
            <comment>Text of a market</comment>
            <translation>What the data says</translation>
        </message>
        <message>
            <source>How the thesis sounds here</source>
            <comment>Text of a market</comment>
            <translation>How the thesis sounds here</translation>
        </message>
        <message>
            <source>Sub-goal</source>
            <comment>Text of a market</comment>
            <translation>Sub-goal</translation>
        </message>
        <message>
            <source>Why it matters to the whole win</source>
            <comment>Text of a market</comment>
            <translation>Why it matters to the whole win</translation>
        </message>
        <message>
            <source>Why in this order</source>
            <comment>Text of a market</comment>
            <translation>Why in this order</translation>
        </message>
        <message>
            <source>Required labels</source>
            <comment>Text of a market: disclosure</comment>
            <translation>Required labels</translation>
        </message>
        <message>
            <source>Say why: a decision keeps its reason.</source>
            <translation>Say why: a decision keeps its reason.</translation>
        </message>
        <message>
            <source>This market is there already.</source>
            <translation>This market is there already.</translation>
        </message>
        <message>
            <source>A market has a short code of up to 8 Latin letters, digits or hyphens, as US.</source>
            <translation>A market has a short code of up to 8 Latin letters, digits or hyphens, as US.</translation>
        </message>
        <message>
            <source>That is no date and time. Choose one in the calendar or type it.</source>
            <translation>That is no date and time. Choose one in the calendar or type it.</translation>
        </message>
    </context>
    <context>
        <name>CampaignEditPage</name>
        <message>
            <source>Edit the campaign</source>
            <comment>Title of a page</comment>
            <translation>Edit the campaign</translation>
        </message>
        <message>
            <source>Decided. Everybody sees it with its reason.</source>
            <comment>After the priority decision</comment>
            <translation>Decided. Everybody sees it with its reason.</translation>
        </message>
        <message>
            <source>The launch date is set.</source>
            <comment>After a launch date was set</comment>
            <translation>The launch date is set.</translation>
        </message>
        <message>
            <source>Priority decision</source>
            <comment>Campaign page: heading</comment>
            <translation>Priority decision</translation>
        </message>
        <message>
            <source>Shared by all markets</source>
            <comment>Campaign page: heading</comment>
            <translation>Shared by all markets</translation>
        </message>
        <message>
            <source>Markets</source>
            <comment>Campaign page: heading</comment>
            <translation>Markets</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Market</translation>
        </message>
        <message>
            <source>Non-negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Non-negotiables</translation>
        </message>
        <message>
            <source>Because</source>
            <comment>Name of a field: the reason of a non-negotiable</comment>
            <translation>Because</translation>
        </message>
        <message>
            <source>No “because” yet</source>
            <comment>Of a non-negotiable without a reason</comment>
            <translation>No “because” yet</translation>
        </message>
        <message>
            <source>None yet. Each becomes a box that creators tick before they send.</source>
            <comment>No non-negotiables</comment>
            <translation>None yet. Each becomes a box that creators tick before they send.</translation>
        </message>
        <message>
            <source>Negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Negotiables</translation>
        </message>
        <message>
            <source>Range</source>
            <comment>Name of a field: how far a negotiable may be changed</comment>
            <translation>Range</translation>
        </message>
        <message>
            <source>No range yet</source>
            <comment>Of a negotiable without a range</comment>
            <translation>No range yet</translation>
        </message>
        <message>
            <source>None yet. Each says what a market may adapt, and how far.</source>
            <comment>No negotiables</comment>
            <translation>None yet. Each says what a market may adapt, and how far.</translation>
        </message>
        <message>
            <source>Checks before going live</source>
            <comment>Campaign page: heading; a market's</comment>
            <translation>Checks before going live</translation>
        </message>
        <message>
            <source>None yet. Creators of this market tick them before they publish.</source>
            <comment>No checks</comment>
            <translation>None yet. Creators of this market tick them before they publish.</translation>
        </message>
        <message>
            <source>Add market</source>
            <comment>Button</comment>
            <translation>Add market</translation>
        </message>
        <message>
            <source>Removed. Versions already sent keep what was ticked.</source>
            <comment>After a non-negotiable or a check was removed</comment>
            <translation>Removed. Versions already sent keep what was ticked.</translation>
        </message>
        <message>
            <source>Removed.</source>
            <comment>After a negotiable was removed</comment>
            <translation>Removed.</translation>
        </message>
        <message>
            <source>Goal tensions</source>
            <comment>Title of a page: goals that pull apart</comment>
            <translation>Goal tensions</translation>
        </message>
        <message>
            <source>Where two goals pull apart, and what was decided</source>
            <comment>Below “Goal tensions”</comment>
            <translation>Where two goals pull apart, and what was decided</translation>
        </message>
    </context>
    <context>
        <name>CampaignModel</name>
        <message>
            <source>%1: %2</source>
            <comment>A priority decision; %1 its kind, %2 markets in order</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) between the launches</source>
            <translation>
                <numerusform>%n day between the launches</numerusform>
                <numerusform>%n days between the launches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CampaignPage</name>
        <message>
            <source>Campaign</source>
            <comment>Main page: the campaign on one page</comment>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Shared goal</source>
            <comment>Campaign page: heading</comment>
            <translation>Shared goal</translation>
        </message>
        <message>
            <source>Value proposition</source>
            <comment>Campaign page: heading</comment>
            <translation>Value proposition</translation>
        </message>
        <message>
            <source>Success metric</source>
            <comment>Campaign page: heading</comment>
            <translation>Success metric</translation>
        </message>
        <message>
            <source>Priority decision</source>
            <comment>Campaign page: heading</comment>
            <translation>Priority decision</translation>
        </message>
        <message>
            <source>Non-negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Non-negotiables</translation>
        </message>
        <message>
            <source>Negotiables</source>
            <comment>Campaign page: heading</comment>
            <translation>Negotiables</translation>
        </message>
        <message>
            <source>The campaign page is still empty. It fills as soon as the first data arrives.</source>
            <comment>An empty campaign page</comment>
            <translation>The campaign page is still empty. It fills as soon as the first data arrives.</translation>
        </message>
        <message>
            <source>Edit the campaign</source>
            <comment>Button: opens the editor of the campaign page</comment>
            <translation>Edit the campaign</translation>
        </message>
        <message>
            <source>%1: 3–5 keep a slip from reaching the next market.</source>
            <comment>Below the launches; %1 is “2 days between the launches”</comment>
            <translation>%1: 3–5 keep a slip from reaching the next market.</translation>
        </message>
    </context>
    <context>
        <name>CampaignsPage</name>
        <message>
            <source>Campaigns</source>
            <comment>Title of a page: the campaigns of this profile</comment>
            <translation>Campaigns</translation>
        </message>
        <message>
            <source>Join another campaign</source>
            <comment>Button</comment>
            <translation>Join another campaign</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Of a campaign: %1 its brand, %2 my role in it</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>ClipPlayer</name>
        <message>
            <source>This video can’t be played here. The file is safe: open a copy of it in another player.</source>
            <comment>Instead of a video</comment>
            <translation>This video can’t be played here. The file is safe: open a copy of it in another player.</translation>
        </message>
        <message>
            <source>This video is damaged on this device and isn’t shown. Nothing else is affected: ask for it to be sent again.</source>
            <comment>Instead of a video</comment>
            <translation>This video is damaged on this device and isn’t shown. Nothing else is affected: ask for it to be sent again.</translation>
        </message>
    </context>
    <context>
        <name>CommentDelegate</name>
        <message>
            <source>At %1</source>
            <comment>Button on a comment: shows the video at that time, as 0:12</comment>
            <translation>At %1</translation>
        </message>
        <message>
            <source>Show the video at %1</source>
            <comment>Screen reader: a time as 0:12</comment>
            <translation>Show the video at %1</translation>
        </message>
    </context>
    <context>
        <name>ContactRow</name>
        <message>
            <source>Ask</source>
            <comment>Button: asks the contact a question</comment>
            <translation>Ask</translation>
        </message>
        <message>
            <source>Ask: %1</source>
            <comment>Screen reader: button that asks a person; %1 is a name</comment>
            <translation>Ask: %1</translation>
        </message>
    </context>
    <context>
        <name>ContestedCard</name>
        <message>
            <source>Until the decision nothing goes live. The creator sees that leads are deciding.</source>
            <comment>Conflict card of two answers</comment>
            <translation>Until the decision nothing goes live. The creator sees that leads are deciding.</translation>
        </message>
        <message>
            <source>With the decider</source>
            <comment>Button of a conflict card, after it was pressed</comment>
            <translation>With the decider</translation>
        </message>
        <message>
            <source>Send to decider</source>
            <comment>Button of a conflict card</comment>
            <translation>Send to decider</translation>
        </message>
        <message>
            <source>Decide: approved</source>
            <comment>Button of a conflict card</comment>
            <translation>Decide: approved</translation>
        </message>
        <message>
            <source>Decide: changes</source>
            <comment>Button of a conflict card</comment>
            <translation>Decide: changes</translation>
        </message>
    </context>
    <context>
        <name>CreateProfilePage</name>
        <message>
            <source>Your profile</source>
            <comment>Title of a page</comment>
            <translation>Your profile</translation>
        </message>
        <message>
            <source>Create profile</source>
            <comment>Button</comment>
            <translation>Create profile</translation>
        </message>
    </context>
    <context>
        <name>CreatorsModel</name>
        <message>
            <source>Two briefs</source>
            <comment>State of a creator's brief</comment>
            <translation>Two briefs</translation>
        </message>
        <message>
            <source>Not issued</source>
            <comment>State of a creator's brief</comment>
            <translation>Not issued</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <comment>State of a creator's brief</comment>
            <translation>Acknowledged</translation>
        </message>
        <message>
            <source>Opened</source>
            <comment>State of a creator's brief</comment>
            <translation>Opened</translation>
        </message>
        <message>
            <source>Issued</source>
            <comment>State of a creator's brief</comment>
            <translation>Issued</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>An invitation: %1 a role, %2 a market</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Valid until %1</source>
            <comment>Of an invitation; %1 a date</comment>
            <translation>Valid until %1</translation>
        </message>
        <message>
            <source>Works once this device has been online</source>
            <translation>Works once this device has been online</translation>
        </message>
        <message>
            <source>Joined, not confirmed yet</source>
            <comment>Of an invitation</comment>
            <translation>Joined, not confirmed yet</translation>
        </message>
        <message>
            <source>Joined</source>
            <comment>Of an invitation</comment>
            <translation>Joined</translation>
        </message>
        <message>
            <source>Expired</source>
            <comment>Of an invitation</comment>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <comment>Of an invitation</comment>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Used on two devices</source>
            <comment>Of an invitation</comment>
            <translation>Used on two devices</translation>
        </message>
        <message>
            <source>%1 of 6</source>
            <comment>Parts of a brief that are written</comment>
            <translation>%1 of 6</translation>
        </message>
        <message>
            <source>Valid until %1, once. The link works once this device has been online.</source>
            <comment>%1 a date</comment>
            <translation>Valid until %1, once. The link works once this device has been online.</translation>
        </message>
        <message>
            <source>Joined. The hub lead or the campaign lead confirms it.</source>
            <comment>Of an invitation</comment>
            <translation>Joined. The hub lead or the campaign lead confirms it.</translation>
        </message>
        <message>
            <source>Say from which day to which the deputy acts.</source>
            <translation>Say from which day to which the deputy acts.</translation>
        </message>
    </context>
    <context>
        <name>CreatorsPage</name>
        <message>
            <source>Creators</source>
            <comment>Main page: creators and invitations</comment>
            <translation>Creators</translation>
        </message>
        <message>
            <source>Added. Invite them when the brief is ready.</source>
            <comment>After a creator was added</comment>
            <translation>Added. Invite them when the brief is ready.</translation>
        </message>
        <message>
            <source>Add creator</source>
            <comment>Button</comment>
            <translation>Add creator</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>State of a brief: %1 “Not issued”, %2 “5 of 6”</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Invite</source>
            <comment>Button: makes an invitation for a creator</comment>
            <translation>Invite</translation>
        </message>
        <message>
            <source>No creators yet. Add the first one, write their brief, then invite them.</source>
            <comment>An empty list of creators</comment>
            <translation>No creators yet. Add the first one, write their brief, then invite them.</translation>
        </message>
        <message>
            <source>Feedback schedule</source>
            <comment>Button: opens the schedule</comment>
            <translation>Feedback schedule</translation>
        </message>
        <message>
            <source>Invitations</source>
            <comment>Creators: heading</comment>
            <translation>Invitations</translation>
        </message>
        <message>
            <source>Invite a colleague</source>
            <comment>Button: opens the sheet for invitations</comment>
            <translation>Invite a colleague</translation>
        </message>
        <message>
            <source>Invite: %1</source>
            <comment>Screen reader: button; %1 is a name</comment>
            <translation>Invite: %1</translation>
        </message>
    </context>
    <context>
        <name>FeedbackModel</name>
        <message>
            <source>Your lead</source>
            <comment>Instead of a name that is not known</comment>
            <translation>Your lead</translation>
        </message>
        <message>
            <source>Sent</source>
            <comment>Step of feedback</comment>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Saved here, not yet received. The promise starts on receipt.</source>
            <translation>Saved here, not yet received. The promise starts on receipt.</translation>
        </message>
        <message>
            <source>Received</source>
            <comment>Step of feedback</comment>
            <translation>Received</translation>
        </message>
        <message>
            <source>Promised</source>
            <comment>Step of feedback</comment>
            <translation>Promised</translation>
        </message>
        <message>
            <source>Answer due %1. Nobody has replied yet.</source>
            <comment>%1 is a time</comment>
            <translation>Answer due %1. Nobody has replied yet.</translation>
        </message>
        <message>
            <source>It was signed in time and delivered late.</source>
            <translation>It was signed in time and delivered late.</translation>
        </message>
        <message>
            <source>Answer</source>
            <comment>Step of feedback</comment>
            <translation>Answer</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <comment>A material and its version</comment>
            <translation>%1, version %2</translation>
        </message>
        <message>
            <source>Round %1</source>
            <comment>How often changes were requested</comment>
            <translation>Round %1</translation>
        </message>
        <message>
            <source>Point on: %1</source>
            <comment>A comment is pinned to a picture; %1 is its file</comment>
            <translation>Point on: %1</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>Version %1 is approved.</source>
            <translation>Version %1 is approved.</translation>
        </message>
        <message>
            <source>Version %1 needs changes.</source>
            <translation>Version %1 needs changes.</translation>
        </message>
        <message>
            <source>Two answers on version %1. Your leads are deciding.</source>
            <translation>Two answers on version %1. Your leads are deciding.</translation>
        </message>
        <message>
            <source>A newer version took the place of this one.</source>
            <translation>A newer version took the place of this one.</translation>
        </message>
        <message>
            <source>The brief changed after the approval. Your lead checks whether it still fits.</source>
            <translation>The brief changed after the approval. Your lead checks whether it still fits.</translation>
        </message>
        <message>
            <source>An answer was taken back. Reason: %1</source>
            <comment>%1 is a text</comment>
            <translation>An answer was taken back. Reason: %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>A file: %1 its name, %2 its size</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>New date: %1. Reason: %2. Promised before: %3.</source>
            <comment>Of a delayed answer; %1 the new date, %2 why, %3 the first date</comment>
            <translation>New date: %1. Reason: %2. Promised before: %3.</translation>
        </message>
        <message>
            <source>By the schedule, this device works out another time: %1.</source>
            <comment>%1 a date</comment>
            <translation>By the schedule, this device works out another time: %1.</translation>
        </message>
        <message>
            <source>This date follows from no schedule that this device knows.</source>
            <translation>This date follows from no schedule that this device knows.</translation>
        </message>
        <message>
            <source>An answer was taken back.</source>
            <translation>An answer was taken back.</translation>
        </message>
    </context>
    <context>
        <name>FeedbackPage</name>
        <message>
            <source>Feedback</source>
            <comment>Main page of a creator: answers to what was submitted</comment>
            <translation>Feedback</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Screen reader: a step of feedback and its state</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Comments</source>
            <comment>Heading</comment>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Versions</source>
            <comment>Heading: all versions of a material</comment>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Nothing sent yet. Once you submit, you see here when the answer is promised.</source>
            <comment>Feedback before the first submission</comment>
            <translation>Nothing sent yet. Once you submit, you see here when the answer is promised.</translation>
        </message>
        <message>
            <source>Your lead is preparing your brief.</source>
            <comment>Instead of the brief</comment>
            <translation>Your lead is preparing your brief.</translation>
        </message>
        <message>
            <source>Submit content</source>
            <comment>Button: opens the sheet for a submission</comment>
            <translation>Submit content</translation>
        </message>
        <message>
            <source>Send revision</source>
            <comment>Button: submits a new version</comment>
            <translation>Send revision</translation>
        </message>
        <message>
            <source>See where it is live</source>
            <comment>Button: opens the page of a published material</comment>
            <translation>See where it is live</translation>
        </message>
        <message>
            <source>Go live</source>
            <comment>Button: opens the page for publishing</comment>
            <translation>Go live</translation>
        </message>
        <message>
            <source>What was sent</source>
            <comment>Feedback: heading over the files</comment>
            <translation>What was sent</translation>
        </message>
        <message>
            <source>Other deliverables</source>
            <comment>Heading: the other materials that a creator has sent</comment>
            <translation>Other deliverables</translation>
        </message>
    </context>
    <context>
        <name>FileThumb</name>
        <message>
            <source>Remove</source>
            <comment>Button: takes a picked file out</comment>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Button: takes a file or link out; %1 is its name</comment>
            <translation>Remove: %1</translation>
        </message>
    </context>
    <context>
        <name>GoLivePage</name>
        <message>
            <source>Go live</source>
            <comment>Title of a page: publishing an approved material</comment>
            <translation>Go live</translation>
        </message>
        <message>
            <source>Saved: it is live.</source>
            <comment>After publishing</comment>
            <translation>Saved: it is live.</translation>
        </message>
        <message>
            <source>Copied.</source>
            <comment>After copying a text</comment>
            <translation>Copied.</translation>
        </message>
        <message>
            <source>Live</source>
            <comment>State of a deliverable</comment>
            <translation>Live</translation>
        </message>
        <message>
            <source>Approved caption</source>
            <comment>Heading</comment>
            <translation>Approved caption</translation>
        </message>
        <message>
            <source>Copy approved caption</source>
            <comment>Button</comment>
            <translation>Copy approved caption</translation>
        </message>
        <message>
            <source>Ad-marking token</source>
            <comment>Heading: a code that the law of a market asks for</comment>
            <translation>Ad-marking token</translation>
        </message>
        <message>
            <source>Copy token</source>
            <comment>Button</comment>
            <translation>Copy token</translation>
        </message>
        <message>
            <source>Labels to show</source>
            <comment>Heading: disclosures of advertising</comment>
            <translation>Labels to show</translation>
        </message>
        <message>
            <source>Copy labels</source>
            <comment>Button</comment>
            <translation>Copy labels</translation>
        </message>
        <message>
            <source>Before you publish</source>
            <comment>Heading: the market's checks</comment>
            <translation>Before you publish</translation>
        </message>
        <message>
            <source>Link to the post</source>
            <comment>Name of a field</comment>
            <translation>Link to the post</translation>
        </message>
        <message>
            <source>https://…</source>
            <comment>In an empty field for a link</comment>
            <translation>https://…</translation>
        </message>
        <message>
            <source>The file behind the link is the approved one</source>
            <comment>To tick before publishing</comment>
            <translation>The file behind the link is the approved one</translation>
        </message>
        <message>
            <source>The file behind a link can change; the approval covers its text alone.</source>
            <comment>Under the link field</comment>
            <translation>The file behind a link can change; the approval covers its text alone.</translation>
        </message>
        <message>
            <source>Tick the checks above first.</source>
            <comment>Above a button that is not ready</comment>
            <translation>Tick the checks above first.</translation>
        </message>
        <message>
            <source>It’s live</source>
            <comment>Button: says that a material is published</comment>
            <translation>It’s live</translation>
        </message>
        <message>
            <source>Add the link to the post first.</source>
            <comment>Above a button that is not ready</comment>
            <translation>Add the link to the post first.</translation>
        </message>
        <message>
            <source>Confirm the file behind the link first.</source>
            <comment>Above a button that is not ready</comment>
            <translation>Confirm the file behind the link first.</translation>
        </message>
        <message>
            <source>See changes</source>
            <comment>Button: shows what changed in the brief</comment>
            <translation>See changes</translation>
        </message>
    </context>
    <context>
        <name>InvitationDelegate</name>
        <message>
            <source>Withdraw</source>
            <comment>Button: makes an open invitation invalid</comment>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Withdraw the invitation: %1</source>
            <comment>Screen reader: button; %1 is a name</comment>
            <translation>Withdraw the invitation: %1</translation>
        </message>
    </context>
    <context>
        <name>InviteSheet</name>
        <message>
            <source>Invitation</source>
            <comment>Title of a sheet</comment>
            <translation>Invitation</translation>
        </message>
        <message>
            <source>Name</source>
            <comment>Name of a field</comment>
            <translation>Name</translation>
        </message>
        <message>
            <source>Role</source>
            <comment>Name of a choice</comment>
            <translation>Role</translation>
        </message>
        <message>
            <source>Language of the message</source>
            <comment>Name of a choice</comment>
            <translation>Language of the message</translation>
        </message>
        <message>
            <source>Message</source>
            <comment>Name of a field: the invitation to send</comment>
            <translation>Message</translation>
        </message>
        <message>
            <source>Copy message</source>
            <comment>Button</comment>
            <translation>Copy message</translation>
        </message>
        <message>
            <source>Copied. Paste it into any messenger.</source>
            <comment>After copying an invitation</comment>
            <translation>Copied. Paste it into any messenger.</translation>
        </message>
        <message>
            <source>Copy link</source>
            <comment>Button</comment>
            <translation>Copy link</translation>
        </message>
        <message>
            <source>Save as file</source>
            <comment>Button: writes the invitation to a .meridian file</comment>
            <translation>Save as file</translation>
        </message>
        <message>
            <source>QR code with the invitation</source>
            <comment>Screen reader: a picture</comment>
            <translation>QR code with the invitation</translation>
        </message>
        <message>
            <source>The link works once this invitation has reached the relay.</source>
            <comment>Below the button that makes an invitation</comment>
            <translation>The link works once this invitation has reached the relay.</translation>
        </message>
        <message>
            <source>Make invitation</source>
            <comment>Button</comment>
            <translation>Make invitation</translation>
        </message>
        <message>
            <source>The file brings the invitation and, sealed, what it opens: joining works without a network. Unlike the message, it stays a secret after it was used: whoever has it can read what it brings and, while the invitation is valid, join once in this name.</source>
            <comment>Below the buttons of an invitation: of the .meridian file</comment>
            <translation>The file brings the invitation and, sealed, what it opens: joining works without a network. Unlike the message, it stays a secret after it was used: whoever has it can read what it brings and, while the invitation is valid, join once in this name.</translation>
        </message>
        <message>
            <source>Invitations (*.meridian)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Invitations (*.meridian)</translation>
        </message>
        <message>
            <source>The invitation file is saved.</source>
            <comment>After saving an invitation</comment>
            <translation>The invitation file is saved.</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Market</translation>
        </message>
        <message>
            <source>First day</source>
            <comment>Name of a field: from when a deputy acts</comment>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <comment>Name of a field: until when a deputy acts</comment>
            <translation>Last day</translation>
        </message>
    </context>
    <context>
        <name>JoinModel</name>
        <message>
            <source>For: %1, %2</source>
            <comment>Before joining; %1 a name, %2 their role</comment>
            <translation>For: %1, %2</translation>
        </message>
        <message>
            <source>For: %1, %2, %3</source>
            <comment>Before joining; %1 a name, %2 their role, %3 the market</comment>
            <translation>For: %1, %2, %3</translation>
        </message>
        <message>
            <source>%1, my invitation to %2 no longer works. Could you send me a new one? %3</source>
            <comment>A message to whoever invited; %1 their name, %2 the campaign, %3 my name</comment>
            <translation>%1, my invitation to %2 no longer works. Could you send me a new one? %3</translation>
        </message>
        <message>
            <source>This file was cut short or altered on its way. Ask for it again.</source>
            <comment>Joining</comment>
            <translation>This file was cut short or altered on its way. Ask for it again.</translation>
        </message>
        <message>
            <source>There is no invitation in this file. Pick the one you were sent, or paste the message.</source>
            <comment>Joining</comment>
            <translation>There is no invitation in this file. Pick the one you were sent, or paste the message.</translation>
        </message>
        <message>
            <source>The relay doesn’t know this invitation: it was used or withdrawn, or hasn’t reached the relay yet. It is tried again by itself.</source>
            <comment>After joining, while connected</comment>
            <translation>The relay doesn’t know this invitation: it was used or withdrawn, or hasn’t reached the relay yet. It is tried again by itself.</translation>
        </message>
        <message>
            <source>This invitation is for another relay than the one your campaigns use. They stay as they are. If you didn’t expect that, ask first: %1</source>
            <comment>Before joining; %1 the name of who invites</comment>
            <translation>This invitation is for another relay than the one your campaigns use. They stay as they are. If you didn’t expect that, ask first: %1</translation>
        </message>
    </context>
    <context>
        <name>JoinPage</name>
        <message>
            <source>Before joining</source>
            <comment>Title of a page</comment>
            <translation>Before joining</translation>
        </message>
        <message>
            <source>Your profile</source>
            <comment>Title of a page</comment>
            <translation>Your profile</translation>
        </message>
        <message>
            <source>Join a campaign</source>
            <comment>Title of a page</comment>
            <translation>Join a campaign</translation>
        </message>
        <message>
            <source>Picture with a QR code or invitation file</source>
            <comment>Title of a file dialog</comment>
            <translation>Picture with a QR code or invitation file</translation>
        </message>
        <message>
            <source>Invitations (*.meridian *.txt *.png *.jpg *.jpeg *.webp)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Invitations (*.meridian *.txt *.png *.jpg *.jpeg *.webp)</translation>
        </message>
        <message>
            <source>Paste the whole message you were sent, or its link. You can also pick a picture of the QR code or a .meridian file.</source>
            <comment>What to do to join</comment>
            <translation>Paste the whole message you were sent, or its link. You can also pick a picture of the QR code or a .meridian file.</translation>
        </message>
        <message>
            <source>Invitation</source>
            <comment>Name of a field</comment>
            <translation>Invitation</translation>
        </message>
        <message>
            <source>Paste the message here</source>
            <comment>In an empty field</comment>
            <translation>Paste the message here</translation>
        </message>
        <message>
            <source>Paste</source>
            <comment>Button: takes the text of the clipboard</comment>
            <translation>Paste</translation>
        </message>
        <message>
            <source>Pick a picture or file</source>
            <comment>Button: opens a file dialog</comment>
            <translation>Pick a picture or file</translation>
        </message>
        <message>
            <source>Invitation from: %1</source>
            <comment>Before joining; %1 is a name</comment>
            <translation>Invitation from: %1</translation>
        </message>
        <message>
            <source>Expired: %1</source>
            <comment>Of an invitation; %1 is a date</comment>
            <translation>Expired: %1</translation>
        </message>
        <message>
            <source>Valid until %1, once</source>
            <comment>Of an invitation; %1 is a date</comment>
            <translation>Valid until %1, once</translation>
        </message>
        <message>
            <source>You will see</source>
            <comment>Before joining: heading</comment>
            <translation>You will see</translation>
        </message>
        <message>
            <source>Your brief and the shared timeline.</source>
            <comment>Before joining, for a creator</comment>
            <translation>Your brief and the shared timeline.</translation>
        </message>
        <message>
            <source>The campaign and its timeline.</source>
            <comment>Before joining, for others</comment>
            <translation>The campaign and its timeline.</translation>
        </message>
        <message>
            <source>Others will see</source>
            <comment>Before joining: heading</comment>
            <translation>Others will see</translation>
        </message>
        <message>
            <source>Your name, your time zone and what you submit.</source>
            <comment>Before joining, for a creator</comment>
            <translation>Your name, your time zone and what you submit.</translation>
        </message>
        <message>
            <source>Your name, your time zone and what you write.</source>
            <comment>Before joining, for others</comment>
            <translation>Your name, your time zone and what you write.</translation>
        </message>
        <message>
            <source>Making your profile…</source>
            <comment>While joining</comment>
            <translation>Making your profile…</translation>
        </message>
        <message>
            <source>Saved. Joins by itself when online.</source>
            <comment>After joining without a connection</comment>
            <translation>Saved. Joins by itself when online.</translation>
        </message>
        <message>
            <source>Continue</source>
            <comment>Button</comment>
            <translation>Continue</translation>
        </message>
        <message>
            <source>This isn’t me</source>
            <comment>Button: the invitation is for somebody else</comment>
            <translation>This isn’t me</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <comment>Button: copies a message to whoever invited</comment>
            <translation>Ask for a new one</translation>
        </message>
        <message>
            <source>Message copied. Send it to: %1</source>
            <comment>%1 is a name</comment>
            <translation>Message copied. Send it to: %1</translation>
        </message>
        <message>
            <source>Join</source>
            <comment>Button: accepts the invitation</comment>
            <translation>Join</translation>
        </message>
        <message>
            <source>The file brings the brief: it opens without a network.</source>
            <comment>Before joining, of a .meridian file</comment>
            <translation>The file brings the brief: it opens without a network.</translation>
        </message>
        <message>
            <source>Reading the invitation…</source>
            <comment>While joining</comment>
            <translation>Reading the invitation…</translation>
        </message>
        <message>
            <source>Ask: %1</source>
            <comment>A join that does not get through; %1 is who invited</comment>
            <translation>Ask: %1</translation>
        </message>
        <message>
            <source>Use another invitation</source>
            <comment>Button: after an invitation that does not work</comment>
            <translation>Use another invitation</translation>
        </message>
        <message>
            <source>Founding a campaign? Close Meridian and run “meridianctl campaign create”: the README says how.</source>
            <comment>Joining: for somebody without an invitation; keep the command</comment>
            <translation>Founding a campaign? Close Meridian and run “meridianctl campaign create”: the README says how.</translation>
        </message>
    </context>
    <context>
        <name>LaneHeader</name>
        <message>
            <source>Language of the text</source>
            <comment>Name of a choice</comment>
            <translation>Language of the text</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Meridian</source>
            <comment>Title of the window</comment>
            <translation>Meridian</translation>
        </message>
        <message>
            <source>%1 – Meridian</source>
            <comment>Title of the window; %1 is the campaign</comment>
            <translation>%1 – Meridian</translation>
        </message>
        <message>
            <source>Not saved yet; your words stay here while Meridian runs. %1</source>
            <comment>After a text was closed; %1 a sentence that says why</comment>
            <translation>Not saved yet; your words stay here while Meridian runs. %1</translation>
        </message>
    </context>
    <context>
        <name>MarketCard</name>
        <message>
            <source>Angle</source>
            <comment>Of a market: heading</comment>
            <translation>Angle</translation>
        </message>
        <message>
            <source>What the data says</source>
            <comment>Of a market: heading</comment>
            <translation>What the data says</translation>
        </message>
        <message>
            <source>How the thesis sounds here</source>
            <comment>Of a market: heading</comment>
            <translation>How the thesis sounds here</translation>
        </message>
        <message>
            <source>Sub-goal</source>
            <comment>Of a market: heading</comment>
            <translation>Sub-goal</translation>
        </message>
        <message>
            <source>Why in this order</source>
            <comment>Of a market: heading</comment>
            <translation>Why in this order</translation>
        </message>
    </context>
    <context>
        <name>MaterialList</name>
        <message>
            <source>Deliverables</source>
            <comment>Heading: what a creator makes</comment>
            <translation>Deliverables</translation>
        </message>
    </context>
    <context>
        <name>MeridianLine</name>
        <message>
            <source>Timeline</source>
            <comment>Screen reader: a list of dates along a vertical line</comment>
            <translation>Timeline</translation>
        </message>
    </context>
    <context>
        <name>MyBriefPage</name>
        <message>
            <source>Go live</source>
            <comment>Button: opens the page for publishing</comment>
            <translation>Go live</translation>
        </message>
        <message>
            <source>Question saved. It will go out when you’re online.</source>
            <comment>After asking</comment>
            <translation>Question saved. It will go out when you’re online.</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <comment>Above the next date; %1 says what kind of date</comment>
            <translation>Next: %1</translation>
        </message>
        <message numerus="yes">
            <source>Your brief changed: %n part(s).</source>
            <comment>Above the brief</comment>
            <translation>
                <numerusform>Your brief changed: %n part.</numerusform>
                <numerusform>Your brief changed: %n parts.</numerusform>
            </translation>
        </message>
        <message>
            <source>See changes</source>
            <comment>Button: shows what changed in the brief</comment>
            <translation>See changes</translation>
        </message>
        <message>
            <source>Both markets</source>
            <comment>Heading: the angle of each market side by side</comment>
            <translation>Both markets</translation>
        </message>
        <message>
            <source>Ask</source>
            <comment>Button: asks the contact a question</comment>
            <translation>Ask</translation>
        </message>
        <message>
            <source>Submit content</source>
            <comment>Button: opens the sheet for a submission</comment>
            <translation>Submit content</translation>
        </message>
        <message>
            <source>Read your brief, then confirm.</source>
            <comment>Above a brief that is new</comment>
            <translation>Read your brief, then confirm.</translation>
        </message>
        <message>
            <source>Your brief was issued again.</source>
            <comment>Above a brief in which nothing differs in the reader's language</comment>
            <translation>Your brief was issued again.</translation>
        </message>
        <message>
            <source>Got it</source>
            <comment>Button: acknowledges the brief</comment>
            <translation>Got it</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <comment>State of the brief that is shown: its creator has confirmed it</comment>
            <translation>Acknowledged</translation>
        </message>
    </context>
    <context>
        <name>NavRail</name>
        <message>
            <source>Main pages</source>
            <comment>Screen reader: the bar with the main pages</comment>
            <translation>Main pages</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Brief</source>
            <comment>Main page of a creator: the one brief</comment>
            <translation>Brief</translation>
        </message>
        <message>
            <source>Feedback</source>
            <comment>Main page of a creator: answers to what was submitted</comment>
            <translation>Feedback</translation>
        </message>
        <message>
            <source>Timeline</source>
            <comment>Main page: dates of the campaign</comment>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Campaign</source>
            <comment>Main page: the campaign on one page</comment>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Settings</source>
            <comment>Main page</comment>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Review</source>
            <comment>Main page of a lead: what waits for an answer</comment>
            <translation>Review</translation>
        </message>
        <message>
            <source>Briefs</source>
            <comment>Main page of a lead: everybody's briefs</comment>
            <translation>Briefs</translation>
        </message>
        <message>
            <source>Creators</source>
            <comment>Main page of a lead: creators and invitations</comment>
            <translation>Creators</translation>
        </message>
        <message>
            <source>Preflight</source>
            <comment>Main page of a lead: what blocks a launch</comment>
            <translation>Preflight</translation>
        </message>
        <message>
            <source>Schedule</source>
            <comment>Main page of a hub lead: the feedback schedule</comment>
            <translation>Schedule</translation>
        </message>
    </context>
    <context>
        <name>OfflineModel</name>
        <message numerus="yes">
            <source>%n submission(s)</source>
            <translation>
                <numerusform>%n submission</numerusform>
                <numerusform>%n submissions</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to review: everything is here</source>
            <translation>Nothing to review: everything is here</translation>
        </message>
        <message>
            <source>%1, everything here</source>
            <comment>%1 “4 submissions, 12 MB”</comment>
            <translation>%1, everything here</translation>
        </message>
        <message>
            <source>Part of the review queue can’t be read on this device</source>
            <translation>Part of the review queue can’t be read on this device</translation>
        </message>
        <message>
            <source>%1, not all here</source>
            <comment>%1 “4 submissions, 12 MB”</comment>
            <translation>%1, not all here</translation>
        </message>
        <message>
            <source>Complete copy: %1</source>
            <comment>%1 a time</comment>
            <translation>Complete copy: %1</translation>
        </message>
        <message>
            <source>It is on its way. Keep Meridian open until it is complete.</source>
            <translation>It is on its way. Keep Meridian open until it is complete.</translation>
        </message>
        <message>
            <source>The rest comes as soon as you’re online.</source>
            <translation>The rest comes as soon as you’re online.</translation>
        </message>
        <message>
            <source>Not all here yet</source>
            <translation>Not all here yet</translation>
        </message>
    </context>
    <context>
        <name>OfflineStrip</name>
        <message>
            <source>Prepare for offline</source>
            <comment>Button: fetches what the review queue needs</comment>
            <translation>Prepare for offline</translation>
        </message>
    </context>
    <context>
        <name>OutboxModel</name>
        <message>
            <source>Delivered %1</source>
            <comment>A row of the outbox; %1 is a time</comment>
            <translation>Delivered %1</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <comment>A row of the outbox: the relay doesn’t take it now</comment>
            <translation>Not sent yet</translation>
        </message>
        <message>
            <source>File not sent yet</source>
            <comment>A row of the outbox: the relay has no room now</comment>
            <translation>File not sent yet</translation>
        </message>
        <message>
            <source>File not accepted</source>
            <comment>A row of the outbox: the relay refused it</comment>
            <translation>File not accepted</translation>
        </message>
        <message>
            <source>Person: %1</source>
            <comment>A row of the outbox; %1 is a name</comment>
            <translation>Person: %1</translation>
        </message>
        <message>
            <source>Creator: %1</source>
            <comment>A row of the outbox; %1 is a name</comment>
            <translation>Creator: %1</translation>
        </message>
        <message>
            <source>Market: %1</source>
            <comment>A row of the outbox; %1 is a market</comment>
            <translation>Market: %1</translation>
        </message>
        <message>
            <source>Submission by %1</source>
            <comment>A row of the outbox; %1 is the creator who made it</comment>
            <translation>Submission by %1</translation>
        </message>
        <message>
            <source>Brief of %1</source>
            <comment>A row of the outbox; %1 is the creator it is for</comment>
            <translation>Brief of %1</translation>
        </message>
        <message>
            <source>Doesn’t count</source>
            <comment>Of a change: it has no effect</comment>
            <translation>Doesn’t count</translation>
        </message>
        <message>
            <source>Whoever wrote it had no right to. It is kept, and changes nothing.</source>
            <translation>Whoever wrote it had no right to. It is kept, and changes nothing.</translation>
        </message>
        <message>
            <source>Doesn’t count yet</source>
            <comment>Of a change: it is not judged yet</comment>
            <translation>Doesn’t count yet</translation>
        </message>
        <message>
            <source>A deputy wrote it. It counts once the relay has received it in time.</source>
            <translation>A deputy wrote it. It counts once the relay has received it in time.</translation>
        </message>
        <message>
            <source>It was written with an older state of the campaign than its device had known. It is kept, and changes nothing.</source>
            <translation>It was written with an older state of the campaign than its device had known. It is kept, and changes nothing.</translation>
        </message>
        <message>
            <source>It can’t be read. It is kept, and changes nothing.</source>
            <translation>It can’t be read. It is kept, and changes nothing.</translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>Outbox</source>
            <comment>Title of a page: what waits to be sent</comment>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>Nothing waits to be sent.</source>
            <comment>Outbox, while all is delivered</comment>
            <translation>Nothing waits to be sent.</translation>
        </message>
        <message>
            <source>Everything here goes out by itself.</source>
            <comment>Outbox, while connected</comment>
            <translation>Everything here goes out by itself.</translation>
        </message>
        <message>
            <source>Saved here. It goes out by itself when you’re online.</source>
            <comment>Outbox, while offline</comment>
            <translation>Saved here. It goes out by itself when you’re online.</translation>
        </message>
        <message>
            <source>Try now</source>
            <comment>Button: connects at once</comment>
            <translation>Try now</translation>
        </message>
        <message>
            <source>Nothing is waiting. What you write shows here until it is delivered.</source>
            <comment>An empty outbox</comment>
            <translation>Nothing is waiting. What you write shows here until it is delivered.</translation>
        </message>
        <message>
            <source>What was not accepted says why below.</source>
            <comment>Outbox, with something that was refused</comment>
            <translation>What was not accepted says why below.</translation>
        </message>
        <message>
            <source>Kept, and without effect</source>
            <comment>Outbox: heading of what doesn’t count</comment>
            <translation>Kept, and without effect</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>Back</source>
            <comment>Button: to the page before</comment>
            <translation>Back</translation>
        </message>
        <message>
            <source>Campaign: %1. Switch</source>
            <comment>Screen reader: the title that opens the list of campaigns</comment>
            <translation>Campaign: %1. Switch</translation>
        </message>
    </context>
    <context>
        <name>PassphraseField</name>
        <message>
            <source>Hide the passphrase</source>
            <comment>Button in the passphrase field</comment>
            <translation>Hide the passphrase</translation>
        </message>
        <message>
            <source>Show the passphrase</source>
            <comment>Button in the passphrase field</comment>
            <translation>Show the passphrase</translation>
        </message>
        <message>
            <source>Keyboard: %1. Caps Lock is on.</source>
            <comment>%1 is EN or RU</comment>
            <translation>Keyboard: %1. Caps Lock is on.</translation>
        </message>
        <message>
            <source>Keyboard: %1</source>
            <comment>%1 is EN or RU</comment>
            <translation>Keyboard: %1</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <comment>Below the passphrase field</comment>
            <translation>Caps Lock is on.</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Your name</source>
            <comment>Name of a field</comment>
            <translation>Your name</translation>
        </message>
        <message>
            <source>As others in the campaign see it</source>
            <comment>Below the name field</comment>
            <translation>As others in the campaign see it</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <comment>Name of a field</comment>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>At least 12 characters. It locks what lies on this device.</source>
            <comment>Below the passphrase field</comment>
            <translation>At least 12 characters. It locks what lies on this device.</translation>
        </message>
        <message>
            <source>Suggest five words</source>
            <comment>Button: fills in a random passphrase</comment>
            <translation>Suggest five words</translation>
        </message>
        <message>
            <source>Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.</source>
            <comment>Below the passphrase field</comment>
            <translation>Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.</translation>
        </message>
    </context>
    <context>
        <name>Preflight</name>
        <message>
            <source>The priority decision is made</source>
            <translation>The priority decision is made</translation>
        </message>
        <message>
            <source>The thesis is written</source>
            <translation>The thesis is written</translation>
        </message>
        <message>
            <source>Non-negotiables are set</source>
            <translation>Non-negotiables are set</translation>
        </message>
        <message>
            <source>It is said why the market matters</source>
            <translation>It is said why the market matters</translation>
        </message>
        <message>
            <source>The brief says what the campaign page says</source>
            <translation>The brief says what the campaign page says</translation>
        </message>
        <message>
            <source>The brief does not say what the campaign page says: issue it again.</source>
            <comment>A row of Preflight</comment>
            <translation>The brief does not say what the campaign page says: issue it again.</translation>
        </message>
        <message>
            <source>Contact and approver are named</source>
            <translation>Contact and approver are named</translation>
        </message>
        <message>
            <source>One live brief</source>
            <translation>One live brief</translation>
        </message>
        <message>
            <source>The brief is complete</source>
            <translation>The brief is complete</translation>
        </message>
        <message>
            <source>The brief is issued</source>
            <translation>The brief is issued</translation>
        </message>
        <message>
            <source>The brief is there in both languages</source>
            <translation>The brief is there in both languages</translation>
        </message>
        <message>
            <source>Translations are up to date</source>
            <translation>Translations are up to date</translation>
        </message>
        <message>
            <source>The audience is described</source>
            <translation>The audience is described</translation>
        </message>
        <message>
            <source>Each instruction has its reason</source>
            <translation>Each instruction has its reason</translation>
        </message>
        <message>
            <source>The feedback schedule is set</source>
            <translation>The feedback schedule is set</translation>
        </message>
        <message>
            <source>Promises are kept</source>
            <translation>Promises are kept</translation>
        </message>
        <message>
            <source>No contradicting answers</source>
            <translation>No contradicting answers</translation>
        </message>
        <message>
            <source>Approved before go-live</source>
            <translation>Approved before go-live</translation>
        </message>
        <message>
            <source>The buffer between the launches is 3–5 days</source>
            <translation>The buffer between the launches is 3–5 days</translation>
        </message>
        <message>
            <source>The launch date is set</source>
            <translation>The launch date is set</translation>
        </message>
        <message>
            <source>Each milestone has its why</source>
            <translation>Each milestone has its why</translation>
        </message>
        <message>
            <source>The ad-marking token is there</source>
            <translation>The ad-marking token is there</translation>
        </message>
        <message>
            <source>The brief is acknowledged</source>
            <translation>The brief is acknowledged</translation>
        </message>
        <message>
            <source>No conflicting values</source>
            <translation>No conflicting values</translation>
        </message>
        <message>
            <source>The brief has %1 of 6 parts.</source>
            <comment>A row of Preflight; %1 a number</comment>
            <translation>The brief has %1 of 6 parts.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) between the launches of %1 and %2: 3–5 are safe.</source>
            <comment>%1 and %2 markets</comment>
            <translation>
                <numerusform>%n day between the launches of %1 and %2: 3–5 are safe.</numerusform>
                <numerusform>%n days between the launches of %1 and %2: 3–5 are safe.</numerusform>
            </translation>
        </message>
        <message>
            <source>No why on the milestone “%1”.</source>
            <comment>A row of Preflight</comment>
            <translation>No why on the milestone “%1”.</translation>
        </message>
        <message>
            <source>Two values were entered at the same time: %1.</source>
            <comment>%1 whose and which, “Kickoff, date”</comment>
            <translation>Two values were entered at the same time: %1.</translation>
        </message>
        <message>
            <source>Promise at risk: %1, version %2.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Promise at risk: %1, version %2.</translation>
        </message>
        <message>
            <source>Promise missed: %1, version %2.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Promise missed: %1, version %2.</translation>
        </message>
        <message>
            <source>Two answers: %1, version %2.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Two answers: %1, version %2.</translation>
        </message>
        <message>
            <source>Not approved yet: %1.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>Not approved yet: %1.</translation>
        </message>
        <message>
            <source>No ad-marking token: %1.</source>
            <comment>A row of Preflight; %1 a deliverable</comment>
            <translation>No ad-marking token: %1.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>A row of Preflight: %1 a creator, %2 what is wrong</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Open the campaign page</source>
            <comment>Button of Preflight</comment>
            <translation>Open the campaign page</translation>
        </message>
        <message>
            <source>Open the market</source>
            <comment>Button of Preflight</comment>
            <translation>Open the market</translation>
        </message>
        <message>
            <source>Set the schedule</source>
            <comment>Button of Preflight</comment>
            <translation>Set the schedule</translation>
        </message>
        <message>
            <source>Open the brief</source>
            <comment>Button of Preflight</comment>
            <translation>Open the brief</translation>
        </message>
        <message>
            <source>Review it</source>
            <comment>Button of Preflight</comment>
            <translation>Review it</translation>
        </message>
        <message>
            <source>See both</source>
            <comment>Button of Preflight: both briefs or both answers</comment>
            <translation>See both</translation>
        </message>
        <message>
            <source>%1: no launch date</source>
            <comment>%1 a market</comment>
            <translation>%1: no launch date</translation>
        </message>
        <message>
            <source>%1: launched</source>
            <comment>%1 a market</comment>
            <translation>%1: launched</translation>
        </message>
        <message>
            <source>%1 launch %2</source>
            <comment>%1 a market, %2 “in 5 days”</comment>
            <translation>%1 launch %2</translation>
        </message>
        <message>
            <source>%1. Nothing blocks it.</source>
            <comment>%1 “United States launch in 5 days”</comment>
            <translation>%1. Nothing blocks it.</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n thing(s) block(s) it.</source>
            <comment>%1 “United States launch in 5 days”</comment>
            <translation>
                <numerusform>%1: %n thing blocks it.</numerusform>
                <numerusform>%1: %n things block it.</numerusform>
            </translation>
        </message>
        <message>
            <source>No contact or no approver.</source>
            <comment>A row of Preflight</comment>
            <translation>No contact or no approver.</translation>
        </message>
        <message>
            <source>The brief is not issued.</source>
            <comment>A row of Preflight</comment>
            <translation>The brief is not issued.</translation>
        </message>
        <message>
            <source>Open the milestone</source>
            <comment>Button of Preflight</comment>
            <translation>Open the milestone</translation>
        </message>
        <message>
            <source>Open the creator’s card</source>
            <comment>Button of Preflight</comment>
            <translation>Open the creator’s card</translation>
        </message>
        <message>
            <source>No contact or no approver: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>No contact or no approver: %1</translation>
        </message>
        <message>
            <source>Briefs that differ from the campaign page: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Briefs that differ from the campaign page: %1</translation>
        </message>
        <message>
            <source>Two briefs at once: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Two briefs at once: %1</translation>
        </message>
        <message>
            <source>Incomplete briefs: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Incomplete briefs: %1</translation>
        </message>
        <message>
            <source>Briefs not issued: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Briefs not issued: %1</translation>
        </message>
        <message>
            <source>Briefs missing in the other language: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Briefs missing in the other language: %1</translation>
        </message>
        <message>
            <source>Briefs with a stale translation: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Briefs with a stale translation: %1</translation>
        </message>
        <message>
            <source>Audience not described: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Audience not described: %1</translation>
        </message>
        <message>
            <source>Briefs with an instruction without its “because”: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Briefs with an instruction without its “because”: %1</translation>
        </message>
        <message>
            <source>Promises at risk: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Promises at risk: %1</translation>
        </message>
        <message>
            <source>Promises missed: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Promises missed: %1</translation>
        </message>
        <message>
            <source>Contradicting answers: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Contradicting answers: %1</translation>
        </message>
        <message>
            <source>Not approved yet: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Not approved yet: %1</translation>
        </message>
        <message>
            <source>Buffers that are not 3–5 days: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Buffers that are not 3–5 days: %1</translation>
        </message>
        <message>
            <source>Milestones without a why: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Milestones without a why: %1</translation>
        </message>
        <message>
            <source>No ad-marking token: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>No ad-marking token: %1</translation>
        </message>
        <message>
            <source>Briefs not acknowledged yet: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Briefs not acknowledged yet: %1</translation>
        </message>
        <message>
            <source>Values entered twice at the same time: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Values entered twice at the same time: %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Several rows of Preflight: %1 what holds or is wrong, %2 their number</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>name</source>
            <comment>A field of which two values were entered</comment>
            <translation>name</translation>
        </message>
        <message>
            <source>brand</source>
            <comment>A field of which two values were entered</comment>
            <translation>brand</translation>
        </message>
        <message>
            <source>time zone</source>
            <comment>A field of which two values were entered</comment>
            <translation>time zone</translation>
        </message>
        <message>
            <source>working hours</source>
            <comment>A field of which two values were entered</comment>
            <translation>working hours</translation>
        </message>
        <message>
            <source>language</source>
            <comment>A field of which two values were entered</comment>
            <translation>language</translation>
        </message>
        <message>
            <source>response time</source>
            <comment>A field of which two values were entered</comment>
            <translation>response time</translation>
        </message>
        <message>
            <source>handle</source>
            <comment>A field of which two values were entered</comment>
            <translation>handle</translation>
        </message>
        <message>
            <source>followers</source>
            <comment>A field of which two values were entered</comment>
            <translation>followers</translation>
        </message>
        <message>
            <source>tier</source>
            <comment>A field of which two values were entered</comment>
            <translation>tier</translation>
        </message>
        <message>
            <source>contact</source>
            <comment>A field of which two values were entered</comment>
            <translation>contact</translation>
        </message>
        <message>
            <source>approver</source>
            <comment>A field of which two values were entered</comment>
            <translation>approver</translation>
        </message>
        <message>
            <source>date of the brief</source>
            <comment>A field of which two values were entered</comment>
            <translation>date of the brief</translation>
        </message>
        <message>
            <source>date</source>
            <comment>A field of which two values were entered</comment>
            <translation>date</translation>
        </message>
        <message>
            <source>launch date</source>
            <comment>A field of which two values were entered</comment>
            <translation>launch date</translation>
        </message>
        <message>
            <source>go-live date</source>
            <comment>A field of which two values were entered</comment>
            <translation>go-live date</translation>
        </message>
        <message>
            <source>rough cut date</source>
            <comment>A field of which two values were entered</comment>
            <translation>rough cut date</translation>
        </message>
        <message>
            <source>feedback schedule</source>
            <comment>A field of which two values were entered</comment>
            <translation>feedback schedule</translation>
        </message>
        <message>
            <source>holidays</source>
            <comment>A field of which two values were entered</comment>
            <translation>holidays</translation>
        </message>
        <message>
            <source>ad-marking token</source>
            <comment>A field of which two values were entered</comment>
            <translation>ad-marking token</translation>
        </message>
        <message>
            <source>order</source>
            <comment>A field of which two values were entered</comment>
            <translation>order</translation>
        </message>
        <message>
            <source>warning before a promise</source>
            <comment>A field of which two values were entered</comment>
            <translation>warning before a promise</translation>
        </message>
        <message>
            <source>market</source>
            <comment>A field of which two values were entered</comment>
            <translation>market</translation>
        </message>
        <message>
            <source>type</source>
            <comment>A field of which two values were entered</comment>
            <translation>type</translation>
        </message>
        <message>
            <source>format</source>
            <comment>A field of which two values were entered</comment>
            <translation>format</translation>
        </message>
        <message>
            <source>brief</source>
            <comment>A field of which two values were entered</comment>
            <translation>brief</translation>
        </message>
        <message>
            <source>removed or kept</source>
            <comment>A field of which two values were entered</comment>
            <translation>removed or kept</translation>
        </message>
        <message>
            <source>locked core</source>
            <comment>A field of which two values were entered</comment>
            <translation>locked core</translation>
        </message>
        <message>
            <source>Open the settings</source>
            <comment>Button of Preflight</comment>
            <translation>Open the settings</translation>
        </message>
        <message>
            <source>No goal tension is open</source>
            <translation>No goal tension is open</translation>
        </message>
        <message>
            <source>Unresolved goal tensions: %1</source>
            <comment>Several rows of Preflight; %1 their number</comment>
            <translation>Unresolved goal tensions: %1</translation>
        </message>
        <message>
            <source>A goal tension is unresolved: %1 — %2.</source>
            <comment>A row of Preflight; %1 and %2 the two goals</comment>
            <translation>A goal tension is unresolved: %1 — %2.</translation>
        </message>
        <message>
            <source>Resolve it</source>
            <comment>Button of Preflight: a goal tension</comment>
            <translation>Resolve it</translation>
        </message>
    </context>
    <context>
        <name>PreflightGroup</name>
        <message>
            <source>Show</source>
            <comment>Button: unfolds a group</comment>
            <translation>Show</translation>
        </message>
        <message>
            <source>Hide</source>
            <comment>Button: folds a group</comment>
            <translation>Hide</translation>
        </message>
    </context>
    <context>
        <name>PreflightModel</name>
        <message numerus="yes">
            <source>%n block(s)</source>
            <comment>Of a market's gate</comment>
            <translation>
                <numerusform>%n thing blocks it</numerusform>
                <numerusform>%n things block it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <comment>Of a market's gate</comment>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message>
            <source>Ready</source>
            <comment>Of a market's gate</comment>
            <translation>Ready</translation>
        </message>
    </context>
    <context>
        <name>PreflightPage</name>
        <message>
            <source>Preflight</source>
            <comment>Main page: what blocks a launch</comment>
            <translation>Preflight</translation>
        </message>
        <message>
            <source>Blocks launch</source>
            <comment>Preflight: heading of a group</comment>
            <translation>Blocks launch</translation>
        </message>
        <message>
            <source>Warns</source>
            <comment>Preflight: heading of a group</comment>
            <translation>Warns</translation>
        </message>
        <message>
            <source>Ready</source>
            <comment>Preflight: heading of a group</comment>
            <translation>Ready</translation>
        </message>
    </context>
    <context>
        <name>PriorityCard</name>
        <message>
            <source>Two decisions were made at the same time. Decide again to settle it.</source>
            <comment>Priority decision</comment>
            <translation>Two decisions were made at the same time. Decide again to settle it.</translation>
        </message>
        <message>
            <source>No decision yet: no brief can be issued before it.</source>
            <comment>Priority decision</comment>
            <translation>No decision yet: no brief can be issued before it.</translation>
        </message>
        <message>
            <source>How the markets relate</source>
            <comment>Name of a choice: the priority decision</comment>
            <translation>How the markets relate</translation>
        </message>
        <message>
            <source>First market</source>
            <comment>Name of a choice: the one that leads</comment>
            <translation>First market</translation>
        </message>
        <message>
            <source>Why, English</source>
            <comment>Name of a field: reason of a decision</comment>
            <translation>Why, English</translation>
        </message>
        <message>
            <source>Why, Russian</source>
            <comment>Name of a field: reason of a decision</comment>
            <translation>Why, Russian</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <comment>Button: makes the priority decision</comment>
            <translation>Save the decision</translation>
        </message>
        <message>
            <source>Not saved yet: what you typed before.</source>
            <comment>Above a form that was left without saving</comment>
            <translation>Not saved yet: what you typed before.</translation>
        </message>
        <message>
            <source>Discard</source>
            <comment>Button: throws away what was typed and not saved</comment>
            <translation>Discard</translation>
        </message>
    </context>
    <context>
        <name>QuestionList</name>
        <message>
            <source>My questions</source>
            <comment>Heading</comment>
            <translation>My questions</translation>
        </message>
    </context>
    <context>
        <name>QueueList</name>
        <message>
            <source>Hide answered ones</source>
            <comment>Button of the review queue</comment>
            <translation>Hide answered ones</translation>
        </message>
        <message>
            <source>Show answered ones</source>
            <comment>Button of the review queue</comment>
            <translation>Show answered ones</translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>Reason</source>
            <comment>Name of a field</comment>
            <translation>Reason</translation>
        </message>
        <message>
            <source>New date</source>
            <comment>Name of a field: when the answer comes instead</comment>
            <translation>New date</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Look at the content first.</source>
            <comment>Why Approve is not possible</comment>
            <translation>Look at the content first.</translation>
        </message>
        <message>
            <source>Signed by: %1</source>
            <comment>Seal of a verdict</comment>
            <translation>Signed by: %1</translation>
        </message>
        <message>
            <source>When: %1</source>
            <comment>Seal of a verdict</comment>
            <translation>When: %1</translation>
        </message>
        <message>
            <source>caption</source>
            <comment>Seal of a verdict: one of the things it covers</comment>
            <translation>caption</translation>
        </message>
        <message>
            <source>Covers: %1</source>
            <comment>Seal of a verdict; %1 a list of files</comment>
            <translation>Covers: %1</translation>
        </message>
        <message>
            <source>Version %1 arrived. The approval covers version %2 only.</source>
            <translation>Version %1 arrived. The approval covers version %2 only.</translation>
        </message>
        <message>
            <source>Version %1 arrived. Open that one.</source>
            <translation>Version %1 arrived. Open that one.</translation>
        </message>
        <message>
            <source>Two answers on version %1. Decision: %2.</source>
            <comment>%1 a number, %2 a name</comment>
            <translation>Two answers on version %1. Decision: %2.</translation>
        </message>
        <message>
            <source>Made for brief v%1. The brief has changed since.</source>
            <comment>%1 a number</comment>
            <translation>Made for brief v%1. The brief has changed since.</translation>
        </message>
        <message>
            <source>Withdrawn: %1</source>
            <comment>Of a verdict; %1 a date</comment>
            <translation>Withdrawn: %1</translation>
        </message>
        <message>
            <source>Replaced by a later answer</source>
            <comment>Of a verdict</comment>
            <translation>Replaced by a later answer</translation>
        </message>
        <message>
            <source>On the creator’s device since %1</source>
            <comment>Of a verdict; %1 a time</comment>
            <translation>On the creator’s device since %1</translation>
        </message>
        <message>
            <source>Play the video first.</source>
            <comment>Why Approve is not possible</comment>
            <translation>Play the video first.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Above a comment: %1 a creator, %2 how they communicate</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>“%1” can’t be shown here. Save a copy and look at it first.</source>
            <comment>Why Approve is not possible; %1 a file</comment>
            <translation>“%1” can’t be shown here. Save a copy and look at it first.</translation>
        </message>
    </context>
    <context>
        <name>ReviewCommentDelegate</name>
        <message>
            <source>%1 · %2</source>
            <comment>Below the author of a comment: %1 when, %2 about what</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>At %1</source>
            <comment>Button on a comment: shows the video at that time, as 0:12</comment>
            <translation>At %1</translation>
        </message>
        <message>
            <source>Show the video at %1</source>
            <comment>Screen reader: a time as 0:12</comment>
            <translation>Show the video at %1</translation>
        </message>
    </context>
    <context>
        <name>ReviewContent</name>
        <message>
            <source>Answered, promised by %1</source>
            <comment>Chip; %1 is a date</comment>
            <translation>Answered, promised by %1</translation>
        </message>
        <message>
            <source>Open it</source>
            <comment>Button: opens the newer version</comment>
            <translation>Open it</translation>
        </message>
        <message>
            <source>Still fine</source>
            <comment>Button: the submission fits the changed brief</comment>
            <translation>Still fine</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <comment>Chip; %1 is a date</comment>
            <translation>Answer by %1</translation>
        </message>
        <message>
            <source>Caption</source>
            <comment>Review: heading</comment>
            <translation>Caption</translation>
        </message>
        <message>
            <source>Comment on the selected words</source>
            <comment>Button: pins a comment to a part of the caption</comment>
            <translation>Comment on the selected words</translation>
        </message>
        <message>
            <source>The file behind this link can change; your approval does not cover it.</source>
            <comment>Below a link in a submission</comment>
            <translation>The file behind this link can change; your approval does not cover it.</translation>
        </message>
        <message>
            <source>Comments</source>
            <comment>Review: heading</comment>
            <translation>Comments</translation>
        </message>
        <message>
            <source>New comment</source>
            <comment>Name of a field</comment>
            <translation>New comment</translation>
        </message>
        <message>
            <source>Comment on the marked point</source>
            <comment>Name of a field</comment>
            <translation>Comment on the marked point</translation>
        </message>
        <message>
            <source>Add comment</source>
            <comment>Button</comment>
            <translation>Add comment</translation>
        </message>
        <message>
            <source>Remove the pin</source>
            <comment>Button: the comment is about the whole again</comment>
            <translation>Remove the pin</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <comment>Title of a file dialog</comment>
            <translation>Save a copy</translation>
        </message>
        <message>
            <source>Comment at %1</source>
            <comment>Button: pins a comment to a time of a video, as 0:12</comment>
            <translation>Comment at %1</translation>
        </message>
    </context>
    <context>
        <name>ReviewFile</name>
        <message>
            <source>Save a copy</source>
            <comment>Button: writes a file of a submission to a folder</comment>
            <translation>Save a copy</translation>
        </message>
        <message>
            <source>Comment at %1</source>
            <comment>Button: pins a comment to a time of a video, as 0:12</comment>
            <translation>Comment at %1</translation>
        </message>
        <message>
            <source>Comment on a point</source>
            <comment>Button: pins a comment to a point of a picture, which the arrow keys move</comment>
            <translation>Comment on a point</translation>
        </message>
        <message>
            <source>Point on the picture: arrow keys move it, Enter pins the comment there</source>
            <comment>Screen reader: a mark that is being placed</comment>
            <translation>Point on the picture: arrow keys move it, Enter pins the comment there</translation>
        </message>
        <message>
            <source>This picture can’t be shown here. Save a copy to look at it.</source>
            <comment>Instead of a picture</comment>
            <translation>This picture can’t be shown here. Save a copy to look at it.</translation>
        </message>
        <message>
            <source>This picture can’t be shown here.</source>
            <comment>Instead of a picture that its creator has sent</comment>
            <translation>This picture can’t be shown here.</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <comment>Title of a page: one submission</comment>
            <translation>Review</translation>
        </message>
    </context>
    <context>
        <name>ReviewPanel</name>
        <message>
            <source>Signed. It leaves in a moment.</source>
            <comment>After a verdict, while connected</comment>
            <translation>Signed. It leaves in a moment.</translation>
        </message>
        <message>
            <source>Signed. Not delivered yet.</source>
            <comment>After a verdict, while offline</comment>
            <translation>Signed. Not delivered yet.</translation>
        </message>
        <message>
            <source>Undo</source>
            <comment>Button: takes a verdict back before it has left</comment>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Withdrawn. The creator will be told why.</source>
            <comment>After a verdict was withdrawn</comment>
            <translation>Withdrawn. The creator will be told why.</translation>
        </message>
        <message>
            <source>New date announced.</source>
            <comment>After a delay notice</comment>
            <translation>New date announced.</translation>
        </message>
        <message>
            <source>Sent to the decider.</source>
            <comment>After both answers were sent to the decider</comment>
            <translation>Sent to the decider.</translation>
        </message>
        <message>
            <source>The file is saved.</source>
            <comment>After saving an attachment</comment>
            <translation>The file is saved.</translation>
        </message>
        <message>
            <source>Request changes</source>
            <comment>Title of a sheet</comment>
            <translation>Request changes</translation>
        </message>
        <message>
            <source>Say what should change. Pinned comments go along with it.</source>
            <comment>Sheet for requesting changes</comment>
            <translation>Say what should change. Pinned comments go along with it.</translation>
        </message>
        <message>
            <source>Request changes</source>
            <comment>Button: the verdict</comment>
            <translation>Request changes</translation>
        </message>
        <message>
            <source>The new date counts if the notice is stored before the promised one.</source>
            <comment>Sheet for announcing a delay</comment>
            <translation>The new date counts if the notice is stored before the promised one.</translation>
        </message>
        <message>
            <source>Announce delay</source>
            <comment>Button: sends a delay notice</comment>
            <translation>Announce delay</translation>
        </message>
        <message>
            <source>The verdict is already delivered. It stays in the history; the creator is told why it no longer counts.</source>
            <comment>Sheet for withdrawing a verdict</comment>
            <translation>The verdict is already delivered. It stays in the history; the creator is told why it no longer counts.</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <comment>Button: takes a delivered verdict back</comment>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Your decision: approved. It replaces both answers.</source>
            <comment>Sheet for deciding between two answers</comment>
            <translation>Your decision: approved. It replaces both answers.</translation>
        </message>
        <message>
            <source>Your decision: changes. It replaces both answers.</source>
            <comment>Sheet for deciding between two answers</comment>
            <translation>Your decision: changes. It replaces both answers.</translation>
        </message>
        <message>
            <source>Decide</source>
            <comment>Button: settles two different answers</comment>
            <translation>Decide</translation>
        </message>
        <message>
            <source>Taken back before it left.</source>
            <comment>After Undo of a verdict</comment>
            <translation>Taken back before it left.</translation>
        </message>
        <message>
            <source>A new date for the answer</source>
            <comment>Title of a sheet: announces a delay</comment>
            <translation>A new date for the answer</translation>
        </message>
        <message>
            <source>Withdraw the verdict</source>
            <comment>Title of a sheet: takes a delivered verdict back</comment>
            <translation>Withdraw the verdict</translation>
        </message>
        <message>
            <source>Decide between two answers</source>
            <comment>Title of a sheet</comment>
            <translation>Decide between two answers</translation>
        </message>
    </context>
    <context>
        <name>ReviewQueueModel</name>
        <message>
            <source>Overdue</source>
            <comment>Group of the review queue</comment>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Today</source>
            <comment>Group of the review queue</comment>
            <translation>Today</translation>
        </message>
        <message>
            <source>This week</source>
            <comment>Group of the review queue</comment>
            <translation>This week</translation>
        </message>
        <message>
            <source>Later</source>
            <comment>Group of the review queue</comment>
            <translation>Later</translation>
        </message>
        <message>
            <source>Answered</source>
            <comment>Group of the review queue</comment>
            <translation>Answered</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>A row of the queue: %1 a deliverable, %2 “Version 2”</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Version %1 arrived, review again</source>
            <comment>A row of the queue</comment>
            <translation>Version %1 arrived, review again</translation>
        </message>
        <message>
            <source>The brief changed, look again</source>
            <comment>A row of the queue</comment>
            <translation>The brief changed, look again</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>A conflict card: %1 who, %2 when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Nothing to review. Next feedback day: %1.</source>
            <comment>An empty review queue; %1 a date</comment>
            <translation>Nothing to review. Next feedback day: %1.</translation>
        </message>
        <message>
            <source>Nothing to review. New submissions appear here by themselves.</source>
            <comment>An empty review queue</comment>
            <translation>Nothing to review. New submissions appear here by themselves.</translation>
        </message>
    </context>
    <context>
        <name>ReviewQueuePage</name>
        <message>
            <source>To review</source>
            <comment>Main page: submissions that wait for an answer</comment>
            <translation>To review</translation>
        </message>
    </context>
    <context>
        <name>ReviewSide</name>
        <message>
            <source>Answers</source>
            <comment>Review: heading over the verdicts</comment>
            <translation>Answers</translation>
        </message>
        <message>
            <source>Ticked by the creator</source>
            <comment>Review: heading over the non-negotiables</comment>
            <translation>Ticked by the creator</translation>
        </message>
        <message>
            <source>The brief</source>
            <comment>Review: heading over the brief's parts</comment>
            <translation>The brief</translation>
        </message>
        <message>
            <source>Other versions</source>
            <comment>Review: heading over the history</comment>
            <translation>Other versions</translation>
        </message>
    </context>
    <context>
        <name>ReviewWords</name>
        <message>
            <source>Promise: %1, due %2</source>
            <comment>Screen reader: %1 a state as “at risk”, %2 a date</comment>
            <translation>Promise: %1, due %2</translation>
        </message>
        <message>
            <source>New date: %1</source>
            <comment>A promise that was moved</comment>
            <translation>New date: %1</translation>
        </message>
        <message>
            <source>Version %1</source>
            <comment>Of a submission; %1 is a number</comment>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>Video not on this device: %1</source>
            <comment>%1 is a size</comment>
            <translation>Video not on this device: %1</translation>
        </message>
        <message>
            <source>Picture not on this device: %1</source>
            <comment>%1 is a size</comment>
            <translation>Picture not on this device: %1</translation>
        </message>
        <message>
            <source>File not on this device: %1</source>
            <comment>%1 is a size</comment>
            <translation>File not on this device: %1</translation>
        </message>
        <message>
            <source>Delivered %1</source>
            <comment>Of a verdict; %1 is a time</comment>
            <translation>Delivered %1</translation>
        </message>
        <message>
            <source>On the caption: “%1”</source>
            <comment>What a comment is about; %1 is a part of the caption</comment>
            <translation>On the caption: “%1”</translation>
        </message>
        <message>
            <source>On the picture</source>
            <comment>What a comment is about: a marked point</comment>
            <translation>On the picture</translation>
        </message>
        <message>
            <source>On the video, at %1</source>
            <comment>What a comment is about; %1 is a time as 0:12</comment>
            <translation>On the video, at %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>Progress of files: 12 MB of 38 MB</comment>
            <translation>%1 of %2</translation>
        </message>
    </context>
    <context>
        <name>ScheduleModel</name>
        <message>
            <source>what arrived by %1</source>
            <comment>Below an answer's date; %1 a date</comment>
            <translation>what arrived by %1</translation>
        </message>
        <message>
            <source>Moved: a day off</source>
            <comment>Of an answer's date</comment>
            <translation>Moved: a day off</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>%1 a city, %2 a date and time there</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Clocks change before it: %1</source>
            <comment>Of an answer's date; %1 cities</comment>
            <translation>Clocks change before it: %1</translation>
        </message>
        <message>
            <source>The next working day: %1</source>
            <comment>A date to choose</comment>
            <translation>The next working day: %1</translation>
        </message>
    </context>
    <context>
        <name>SchedulePage</name>
        <message>
            <source>Feedback schedule</source>
            <comment>Title of a page</comment>
            <translation>Feedback schedule</translation>
        </message>
        <message>
            <source>Saved. Promises already given keep their dates.</source>
            <comment>After the feedback schedule was changed</comment>
            <translation>Saved. Promises already given keep their dates.</translation>
        </message>
        <message>
            <source>I answer every</source>
            <comment>Schedule sentence: I answer every [Fri] by [18:00] [Moscow]</comment>
            <translation>I answer every</translation>
        </message>
        <message>
            <source>Day of answers</source>
            <comment>Name of a choice</comment>
            <translation>Day of answers</translation>
        </message>
        <message>
            <source>by</source>
            <comment>Schedule sentence: by [18:00]</comment>
            <translation>by</translation>
        </message>
        <message>
            <source>Time of answers</source>
            <comment>Name of a choice</comment>
            <translation>Time of answers</translation>
        </message>
        <message>
            <source>City of the schedule</source>
            <comment>Name of a choice</comment>
            <translation>City of the schedule</translation>
        </message>
        <message>
            <source>what arrived by</source>
            <comment>Schedule sentence: what arrived by [Thu] [18:00]</comment>
            <translation>what arrived by</translation>
        </message>
        <message>
            <source>Day of the cut-off</source>
            <comment>Name of a choice</comment>
            <translation>Day of the cut-off</translation>
        </message>
        <message>
            <source>Time of the cut-off</source>
            <comment>Name of a choice</comment>
            <translation>Time of the cut-off</translation>
        </message>
        <message>
            <source>Not on public holidays: %1</source>
            <comment>Schedule; %1 is a country or market</comment>
            <translation>Not on public holidays: %1</translation>
        </message>
        <message>
            <source>Not on: %1</source>
            <comment>Schedule; %1 is a date</comment>
            <translation>Not on: %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <comment>Button: a date is no day off any more</comment>
            <translation>Remove %1</translation>
        </message>
        <message>
            <source>Another day off</source>
            <comment>Name of a field</comment>
            <translation>Another day off</translation>
        </message>
        <message>
            <source>Add</source>
            <comment>Button: adds a day off</comment>
            <translation>Add</translation>
        </message>
        <message>
            <source>The next three answers</source>
            <comment>Schedule: heading</comment>
            <translation>The next three answers</translation>
        </message>
        <message>
            <source>Promises already given keep their dates.</source>
            <comment>Below the feedback schedule</comment>
            <translation>Promises already given keep their dates.</translation>
        </message>
        <message>
            <source>Save schedule</source>
            <comment>Button</comment>
            <translation>Save schedule</translation>
        </message>
        <message>
            <source>New date announced. Whoever was promised the old one sees why.</source>
            <comment>After the answers of a day were moved</comment>
            <translation>New date announced. Whoever was promised the old one sees why.</translation>
        </message>
        <message>
            <source>Not this day</source>
            <comment>Title of a sheet: answers come on another day</comment>
            <translation>Not this day</translation>
        </message>
        <message>
            <source>Answers due %1 come later. Everybody who was promised this date gets the new one with your reason. The notice counts if it is stored before the old date.</source>
            <comment>Sheet for moving a day of answers; %1 is a date</comment>
            <translation>Answers due %1 come later. Everybody who was promised this date gets the new one with your reason. The notice counts if it is stored before the old date.</translation>
        </message>
        <message>
            <source>Announce the new date</source>
            <comment>Button: sends a notice to all creators of the market</comment>
            <translation>Announce the new date</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Market</translation>
        </message>
        <message>
            <source>Not this day</source>
            <comment>Button: answers come on another day</comment>
            <translation>Not this day</translation>
        </message>
        <message>
            <source>Not this day: %1</source>
            <comment>Screen reader: button; %1 is a date</comment>
            <translation>Not this day: %1</translation>
        </message>
        <message>
            <source>Your market is not set up yet. The campaign lead adds it with its time zone.</source>
            <comment>Instead of a feedback schedule</comment>
            <translation>Your market is not set up yet. The campaign lead adds it with its time zone.</translation>
        </message>
    </context>
    <context>
        <name>SealCheck</name>
        <message>
            <source>Checking: %1</source>
            <comment>Of a signature and its files; %1: 12 MB of 38 MB</comment>
            <translation>Checking: %1</translation>
        </message>
        <message>
            <source>Checking…</source>
            <comment>Of a signature and its files</comment>
            <translation>Checking…</translation>
        </message>
    </context>
    <context>
        <name>SealModel</name>
        <message>
            <source>Checked on this device</source>
            <comment>Of a signature and its files</comment>
            <translation>Checked on this device</translation>
        </message>
        <message>
            <source>A file isn’t here yet, so it can’t be checked.</source>
            <comment>Of a signature and its files</comment>
            <translation>A file isn’t here yet, so it can’t be checked.</translation>
        </message>
        <message>
            <source>The signature doesn’t hold. Ask for the answer again.</source>
            <comment>Of a signature</comment>
            <translation>The signature doesn’t hold. Ask for the answer again.</translation>
        </message>
        <message>
            <source>A file here isn’t the one that was signed</source>
            <comment>Of a signature and its files</comment>
            <translation>A file here isn’t the one that was signed</translation>
        </message>
        <message>
            <source>It couldn’t be checked now. Try again.</source>
            <comment>Of a signature and its files</comment>
            <translation>It couldn’t be checked now. Try again.</translation>
        </message>
        <message>
            <source>Checked on this phone</source>
            <comment>Of a signature and its files</comment>
            <translation>Checked on this phone</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>That doesn’t fit here. Check what you entered and try again.</source>
            <translation>That doesn’t fit here. Check what you entered and try again.</translation>
        </message>
        <message>
            <source>This is no longer here. Go back and open it again.</source>
            <translation>This is no longer here. Go back and open it again.</translation>
        </message>
        <message>
            <source>Several things match. Choose one of them.</source>
            <translation>Several things match. Choose one of them.</translation>
        </message>
        <message>
            <source>This already exists. Nothing was changed.</source>
            <translation>This already exists. Nothing was changed.</translation>
        </message>
        <message>
            <source>This time zone is unknown here. Choose a city from the list.</source>
            <translation>This time zone is unknown here. Choose a city from the list.</translation>
        </message>
        <message>
            <source>There is no campaign in this profile yet. Join one with an invitation.</source>
            <translation>There is no campaign in this profile yet. Join one with an invitation.</translation>
        </message>
        <message>
            <source>Your role doesn’t cover this. Ask the campaign lead.</source>
            <translation>Your role doesn’t cover this. Ask the campaign lead.</translation>
        </message>
        <message>
            <source>This belongs to another market. Its hub lead can do it.</source>
            <translation>This belongs to another market. Its hub lead can do it.</translation>
        </message>
        <message>
            <source>The brief isn’t complete. Fill the missing parts, then issue it.</source>
            <translation>The brief isn’t complete. Fill the missing parts, then issue it.</translation>
        </message>
        <message>
            <source>There is no brief yet. Your lead is preparing it.</source>
            <translation>There is no brief yet. Your lead is preparing it.</translation>
        </message>
        <message>
            <source>This creator already has a live brief. Withdraw it first.</source>
            <translation>This creator already has a live brief. Withdraw it first.</translation>
        </message>
        <message>
            <source>The priority decision is missing. The campaign lead makes it before any brief is issued.</source>
            <translation>The priority decision is missing. The campaign lead makes it before any brief is issued.</translation>
        </message>
        <message>
            <source>A goal tension is open. The campaign lead resolves it before any brief is issued.</source>
            <translation>A goal tension is open. The campaign lead resolves it before any brief is issued.</translation>
        </message>
        <message>
            <source>Tick every non-negotiable first. What you wrote is kept.</source>
            <translation>Tick every non-negotiable first. What you wrote is kept.</translation>
        </message>
        <message>
            <source>Add a file, a link or a caption first.</source>
            <translation>Add a file, a link or a caption first.</translation>
        </message>
        <message>
            <source>A file hasn’t arrived on this device yet. It comes when you’re online.</source>
            <translation>A file hasn’t arrived on this device yet. It comes when you’re online.</translation>
        </message>
        <message>
            <source>The file is no longer where it was picked. Pick it again; the rest is kept.</source>
            <translation>The file is no longer where it was picked. Pick it again; the rest is kept.</translation>
        </message>
        <message>
            <source>A newer version has arrived. Open that one.</source>
            <translation>A newer version has arrived. Open that one.</translation>
        </message>
        <message>
            <source>This version isn’t approved. Only an approved version can go live.</source>
            <translation>This version isn’t approved. Only an approved version can go live.</translation>
        </message>
        <message>
            <source>There are two different answers on this version. Wait for the decision.</source>
            <translation>There are two different answers on this version. Wait for the decision.</translation>
        </message>
        <message>
            <source>This is live already, so it can’t be changed.</source>
            <translation>This is live already, so it can’t be changed.</translation>
        </message>
        <message>
            <source>Your brief changed. Look at the changes and press Got it first. What you wrote is kept.</source>
            <translation>Your brief changed. Look at the changes and press Got it first. What you wrote is kept.</translation>
        </message>
        <message>
            <source>Say why: add a comment or a reason.</source>
            <translation>Say why: add a comment or a reason.</translation>
        </message>
        <message>
            <source>The file behind a link can change. Confirm that it is still the approved one.</source>
            <translation>The file behind a link can change. Confirm that it is still the approved one.</translation>
        </message>
        <message>
            <source>This invitation was used already. Ask for a new one.</source>
            <translation>This invitation was used already. Ask for a new one.</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask for a new one.</source>
            <translation>This invitation has expired. Ask for a new one.</translation>
        </message>
        <message>
            <source>No valid invitation in this. Paste the whole message, or ask for a new one.</source>
            <translation>No valid invitation in this. Paste the whole message, or ask for a new one.</translation>
        </message>
        <message>
            <source>This invitation belongs to another relay. Ask for a new one.</source>
            <translation>This invitation belongs to another relay. Ask for a new one.</translation>
        </message>
        <message>
            <source>The relay didn’t accept this. Your text is kept.</source>
            <translation>The relay didn’t accept this. Your text is kept.</translation>
        </message>
        <message>
            <source>The relay has no room left for this campaign. It will be tried again; nothing is lost.</source>
            <translation>The relay has no room left for this campaign. It will be tried again; nothing is lost.</translation>
        </message>
        <message>
            <source>The relay doesn’t take this yet. It will be tried again by itself; nothing is lost.</source>
            <translation>The relay doesn’t take this yet. It will be tried again by itself; nothing is lost.</translation>
        </message>
        <message>
            <source>This is too large. Shorten it or pick a smaller file; the rest is kept.</source>
            <translation>This is too large. Shorten it or pick a smaller file; the rest is kept.</translation>
        </message>
        <message>
            <source>You’re offline. It is saved here and goes out when you’re online.</source>
            <translation>You’re offline. It is saved here and goes out when you’re online.</translation>
        </message>
        <message>
            <source>No answer in time. It will be tried again by itself.</source>
            <translation>No answer in time. It will be tried again by itself.</translation>
        </message>
        <message>
            <source>The relay can’t be reached. Everything stays here and goes out later.</source>
            <translation>The relay can’t be reached. Everything stays here and goes out later.</translation>
        </message>
        <message>
            <source>This isn’t the relay of your campaign. Nothing was sent. Ask your lead.</source>
            <translation>This isn’t the relay of your campaign. Nothing was sent. Ask your lead.</translation>
        </message>
        <message>
            <source>The relay’s certificate has changed. Nothing was sent. Ask your lead.</source>
            <translation>The relay’s certificate has changed. Nothing was sent. Ask your lead.</translation>
        </message>
        <message>
            <source>The relay answered in a way that makes no sense. It will be tried again; nothing is lost.</source>
            <translation>The relay answered in a way that makes no sense. It will be tried again; nothing is lost.</translation>
        </message>
        <message>
            <source>This needs a newer Meridian. Update it; everything here is kept.</source>
            <translation>This needs a newer Meridian. Update it; everything here is kept.</translation>
        </message>
        <message>
            <source>Others on this computer can read the key file. Allow only yourself to read it.</source>
            <translation>Others on this computer can read the key file. Allow only yourself to read it.</translation>
        </message>
        <message>
            <source>Something is missing before this, so it waits. It is fetched by itself.</source>
            <translation>Something is missing before this, so it waits. It is fetched by itself.</translation>
        </message>
        <message>
            <source>This device is full. Free some space and try again; what was saved is safe.</source>
            <translation>This device is full. Free some space and try again; what was saved is safe.</translation>
        </message>
        <message>
            <source>Meridian can’t write to its folder. Allow writing and try again; what was saved is safe.</source>
            <translation>Meridian can’t write to its folder. Allow writing and try again; what was saved is safe.</translation>
        </message>
        <message>
            <source>A file couldn’t be read or written. Try again; what was saved is safe.</source>
            <translation>A file couldn’t be read or written. Try again; what was saved is safe.</translation>
        </message>
        <message>
            <source>Something went wrong inside Meridian. What was saved is safe. Try again.</source>
            <translation>Something went wrong inside Meridian. What was saved is safe. Try again.</translation>
        </message>
        <message>
            <source>Not received yet</source>
            <comment>State of a feedback promise</comment>
            <translation>Not received yet</translation>
        </message>
        <message>
            <source>On track</source>
            <comment>State of a feedback promise</comment>
            <translation>On track</translation>
        </message>
        <message>
            <source>At risk</source>
            <comment>State of a feedback promise</comment>
            <translation>At risk</translation>
        </message>
        <message>
            <source>Kept</source>
            <comment>State of a feedback promise</comment>
            <translation>Kept</translation>
        </message>
        <message>
            <source>Delayed, new date</source>
            <comment>State of a feedback promise</comment>
            <translation>Delayed, new date</translation>
        </message>
        <message>
            <source>Missed</source>
            <comment>State of a feedback promise</comment>
            <translation>Missed</translation>
        </message>
        <message>
            <source>Newer version sent</source>
            <comment>State of a feedback promise</comment>
            <translation>Newer version sent</translation>
        </message>
        <message>
            <source>In review</source>
            <comment>State of a version</comment>
            <translation>In review</translation>
        </message>
        <message>
            <source>Approved</source>
            <comment>State of a version</comment>
            <translation>Approved</translation>
        </message>
        <message>
            <source>Changes requested</source>
            <comment>State of a version</comment>
            <translation>Changes requested</translation>
        </message>
        <message>
            <source>Contested</source>
            <comment>State of a version</comment>
            <translation>Contested</translation>
        </message>
        <message>
            <source>Older version</source>
            <comment>State of a version</comment>
            <translation>Older version</translation>
        </message>
        <message>
            <source>Signed. Not delivered yet.</source>
            <comment>State of something sent</comment>
            <translation>Signed. Not delivered yet.</translation>
        </message>
        <message>
            <source>On its way</source>
            <comment>State of something sent</comment>
            <translation>On its way</translation>
        </message>
        <message>
            <source>Delivered</source>
            <comment>State of something sent</comment>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <comment>State of something sent</comment>
            <translation>Not accepted</translation>
        </message>
        <message>
            <source>Blocks launch</source>
            <comment>State of a rule in Preflight</comment>
            <translation>Blocks launch</translation>
        </message>
        <message>
            <source>Warns</source>
            <comment>State of a rule in Preflight</comment>
            <translation>Warns</translation>
        </message>
        <message>
            <source>Ready</source>
            <comment>State of a rule in Preflight</comment>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Brand lead</source>
            <translation>Brand lead</translation>
        </message>
        <message>
            <source>Campaign lead</source>
            <translation>Campaign lead</translation>
        </message>
        <message>
            <source>Hub lead</source>
            <translation>Hub lead</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Deputy</translation>
        </message>
        <message>
            <source>Creator</source>
            <translation>Creator</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Viewer</translation>
        </message>
        <message>
            <source>Analyst</source>
            <translation>Analyst</translation>
        </message>
        <message>
            <source>Agency</source>
            <translation>Agency</translation>
        </message>
        <message>
            <source>Campaign lead’s deputy</source>
            <translation>Campaign lead’s deputy</translation>
        </message>
        <message>
            <source>Contact</source>
            <comment>Part of the brief</comment>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Overall goal</source>
            <comment>Part of the brief</comment>
            <translation>Overall goal</translation>
        </message>
        <message>
            <source>My role</source>
            <comment>Part of the brief</comment>
            <translation>My role</translation>
        </message>
        <message>
            <source>What I make</source>
            <comment>Part of the brief</comment>
            <translation>What I make</translation>
        </message>
        <message>
            <source>When it goes live</source>
            <comment>Part of the brief</comment>
            <translation>When it goes live</translation>
        </message>
        <message>
            <source>The bigger picture</source>
            <comment>Part of the brief</comment>
            <translation>The bigger picture</translation>
        </message>
        <message>
            <source>nano</source>
            <comment>Tier of a creator</comment>
            <translation>nano</translation>
        </message>
        <message>
            <source>micro</source>
            <comment>Tier of a creator</comment>
            <translation>micro</translation>
        </message>
        <message>
            <source>macro</source>
            <comment>Tier of a creator</comment>
            <translation>macro</translation>
        </message>
        <message>
            <source>Ready to go live.</source>
            <translation>Ready to go live.</translation>
        </message>
        <message>
            <source>Nothing has been submitted yet.</source>
            <translation>Nothing has been submitted yet.</translation>
        </message>
        <message>
            <source>This version isn’t approved yet.</source>
            <translation>This version isn’t approved yet.</translation>
        </message>
        <message>
            <source>A newer version is in review. The approval covers the older one only.</source>
            <translation>A newer version is in review. The approval covers the older one only.</translation>
        </message>
        <message>
            <source>Your leads gave two different answers. They are deciding.</source>
            <translation>Your leads gave two different answers. They are deciding.</translation>
        </message>
        <message>
            <source>The brief changed after the approval. Your lead checks whether it still fits.</source>
            <translation>The brief changed after the approval. Your lead checks whether it still fits.</translation>
        </message>
        <message>
            <source>The ad-marking token is missing. Your lead adds it.</source>
            <translation>The ad-marking token is missing. Your lead adds it.</translation>
        </message>
        <message>
            <source>Confirm that the file behind the link is still the approved one.</source>
            <translation>Confirm that the file behind the link is still the approved one.</translation>
        </message>
        <message>
            <source>Your brief changed. Press Got it first.</source>
            <translation>Your brief changed. Press Got it first.</translation>
        </message>
        <message>
            <source>It is live.</source>
            <translation>It is live.</translation>
        </message>
        <message>
            <source>Milestone</source>
            <comment>Kind of a date</comment>
            <translation>Milestone</translation>
        </message>
        <message>
            <source>Launch</source>
            <comment>Kind of a date</comment>
            <translation>Launch</translation>
        </message>
        <message>
            <source>Rough cut due</source>
            <comment>Kind of a date</comment>
            <translation>Rough cut due</translation>
        </message>
        <message>
            <source>Go-live</source>
            <comment>Kind of a date</comment>
            <translation>Go-live</translation>
        </message>
        <message>
            <source>Answer promised</source>
            <comment>Kind of a date</comment>
            <translation>Answer promised</translation>
        </message>
        <message>
            <source>Feedback day</source>
            <comment>Kind of a date</comment>
            <translation>Feedback day</translation>
        </message>
        <message>
            <source>Edit of the campaign page</source>
            <comment>A change</comment>
            <translation>Edit of the campaign page</translation>
        </message>
        <message>
            <source>Edit of a market</source>
            <comment>A change</comment>
            <translation>Edit of a market</translation>
        </message>
        <message>
            <source>Non-negotiable</source>
            <comment>A change</comment>
            <translation>Non-negotiable</translation>
        </message>
        <message>
            <source>Negotiable</source>
            <comment>A change</comment>
            <translation>Negotiable</translation>
        </message>
        <message>
            <source>Milestone</source>
            <comment>A change</comment>
            <translation>Milestone</translation>
        </message>
        <message>
            <source>Person card</source>
            <comment>A change</comment>
            <translation>Person card</translation>
        </message>
        <message>
            <source>Absence</source>
            <comment>A change</comment>
            <translation>Absence</translation>
        </message>
        <message>
            <source>Priority decision</source>
            <comment>A change</comment>
            <translation>Priority decision</translation>
        </message>
        <message>
            <source>Charter acknowledged</source>
            <comment>A change</comment>
            <translation>Charter acknowledged</translation>
        </message>
        <message>
            <source>Delay notice</source>
            <comment>A change</comment>
            <translation>Delay notice</translation>
        </message>
        <message>
            <source>Confirmation of receipt</source>
            <comment>A change</comment>
            <translation>Confirmation of receipt</translation>
        </message>
        <message>
            <source>Go-live check</source>
            <comment>A change</comment>
            <translation>Go-live check</translation>
        </message>
        <message>
            <source>Creator’s card</source>
            <comment>A change</comment>
            <translation>Creator’s card</translation>
        </message>
        <message>
            <source>Edit of the brief</source>
            <comment>A change</comment>
            <translation>Edit of the brief</translation>
        </message>
        <message>
            <source>Deliverable</source>
            <comment>A change</comment>
            <translation>Deliverable</translation>
        </message>
        <message>
            <source>Brief issued</source>
            <comment>A change</comment>
            <translation>Brief issued</translation>
        </message>
        <message>
            <source>Brief opened</source>
            <comment>A change</comment>
            <translation>Brief opened</translation>
        </message>
        <message>
            <source>Brief acknowledged</source>
            <comment>A change</comment>
            <translation>Brief acknowledged</translation>
        </message>
        <message>
            <source>Submission</source>
            <comment>A change</comment>
            <translation>Submission</translation>
        </message>
        <message>
            <source>Approval</source>
            <comment>A change</comment>
            <translation>Approval</translation>
        </message>
        <message>
            <source>Request for changes</source>
            <comment>A change</comment>
            <translation>Request for changes</translation>
        </message>
        <message>
            <source>Withdrawal of a verdict</source>
            <comment>A change</comment>
            <translation>Withdrawal of a verdict</translation>
        </message>
        <message>
            <source>Comment</source>
            <comment>A change</comment>
            <translation>Comment</translation>
        </message>
        <message>
            <source>Question</source>
            <comment>A change</comment>
            <translation>Question</translation>
        </message>
        <message>
            <source>Answer to a question</source>
            <comment>A change</comment>
            <translation>Answer to a question</translation>
        </message>
        <message>
            <source>It’s live</source>
            <comment>A change</comment>
            <translation>It’s live</translation>
        </message>
        <message>
            <source>Answer seen</source>
            <comment>A change</comment>
            <translation>Answer seen</translation>
        </message>
        <message>
            <source>Sent to the decider</source>
            <comment>A change</comment>
            <translation>Sent to the decider</translation>
        </message>
        <message>
            <source>Decision on two answers</source>
            <comment>A change</comment>
            <translation>Decision on two answers</translation>
        </message>
        <message>
            <source>Decision on two briefs</source>
            <comment>A change</comment>
            <translation>Decision on two briefs</translation>
        </message>
        <message>
            <source>Still fine</source>
            <comment>A change</comment>
            <translation>Still fine</translation>
        </message>
        <message>
            <source>Brief withdrawn</source>
            <comment>A change</comment>
            <translation>Brief withdrawn</translation>
        </message>
        <message>
            <source>Members and access</source>
            <comment>A change</comment>
            <translation>Members and access</translation>
        </message>
        <message>
            <source>New campaign</source>
            <comment>A change</comment>
            <translation>New campaign</translation>
        </message>
        <message>
            <source>Invitation</source>
            <comment>A change</comment>
            <translation>Invitation</translation>
        </message>
        <message>
            <source>Joining</source>
            <comment>A change</comment>
            <translation>Joining</translation>
        </message>
        <message>
            <source>Confirmation of somebody who joined</source>
            <comment>A change</comment>
            <translation>Confirmation of somebody who joined</translation>
        </message>
        <message>
            <source>Withdrawal of an invitation</source>
            <comment>A change</comment>
            <translation>Withdrawal of an invitation</translation>
        </message>
        <message>
            <source>Relay of the campaign</source>
            <comment>A change</comment>
            <translation>Relay of the campaign</translation>
        </message>
        <message>
            <source>One market leads</source>
            <comment>A priority decision</comment>
            <translation>One market leads</translation>
        </message>
        <message>
            <source>One after the other</source>
            <comment>A priority decision</comment>
            <translation>One after the other</translation>
        </message>
        <message>
            <source>In parallel</source>
            <comment>A priority decision</comment>
            <translation>In parallel</translation>
        </message>
        <message>
            <source>Separate campaigns</source>
            <comment>A priority decision</comment>
            <translation>Separate campaigns</translation>
        </message>
        <message>
            <source>The priority decision between the markets is missing.</source>
            <translation>The priority decision between the markets is missing.</translation>
        </message>
        <message>
            <source>The campaign’s thesis is missing.</source>
            <translation>The campaign’s thesis is missing.</translation>
        </message>
        <message>
            <source>No non-negotiables are set.</source>
            <translation>No non-negotiables are set.</translation>
        </message>
        <message>
            <source>Why this market matters to the whole win is not said.</source>
            <translation>Why this market matters to the whole win is not said.</translation>
        </message>
        <message>
            <source>An issued brief does not say what the campaign page says.</source>
            <translation>An issued brief does not say what the campaign page says.</translation>
        </message>
        <message>
            <source>A creator has no contact or no approver.</source>
            <translation>A creator has no contact or no approver.</translation>
        </message>
        <message>
            <source>Two briefs were issued to one creator.</source>
            <translation>Two briefs were issued to one creator.</translation>
        </message>
        <message>
            <source>A brief is missing parts.</source>
            <translation>A brief is missing parts.</translation>
        </message>
        <message>
            <source>A brief has not been issued.</source>
            <translation>A brief has not been issued.</translation>
        </message>
        <message>
            <source>A brief is missing in the other language.</source>
            <translation>A brief is missing in the other language.</translation>
        </message>
        <message>
            <source>A translation is stale.</source>
            <translation>A translation is stale.</translation>
        </message>
        <message>
            <source>The audience of a creator is not described.</source>
            <translation>The audience of a creator is not described.</translation>
        </message>
        <message>
            <source>An instruction has no “because”.</source>
            <translation>An instruction has no “because”.</translation>
        </message>
        <message>
            <source>A market has no feedback schedule.</source>
            <translation>A market has no feedback schedule.</translation>
        </message>
        <message>
            <source>A promised answer is at risk.</source>
            <translation>A promised answer is at risk.</translation>
        </message>
        <message>
            <source>A promised answer was missed.</source>
            <translation>A promised answer was missed.</translation>
        </message>
        <message>
            <source>Two different answers on one version.</source>
            <translation>Two different answers on one version.</translation>
        </message>
        <message>
            <source>A deliverable is not approved and its go-live is near.</source>
            <translation>A deliverable is not approved and its go-live is near.</translation>
        </message>
        <message>
            <source>The buffer between two launches is not 3–5 days.</source>
            <translation>The buffer between two launches is not 3–5 days.</translation>
        </message>
        <message>
            <source>A market has no launch date.</source>
            <translation>A market has no launch date.</translation>
        </message>
        <message>
            <source>A milestone has no why.</source>
            <translation>A milestone has no why.</translation>
        </message>
        <message>
            <source>An ad-marking token is missing.</source>
            <translation>An ad-marking token is missing.</translation>
        </message>
        <message>
            <source>A brief is not acknowledged yet.</source>
            <translation>A brief is not acknowledged yet.</translation>
        </message>
        <message>
            <source>Two values were entered at the same time.</source>
            <translation>Two values were entered at the same time.</translation>
        </message>
        <message>
            <source>EN only</source>
            <comment>A text that exists in English alone</comment>
            <translation>EN only</translation>
        </message>
        <message>
            <source>RU only</source>
            <comment>A text that exists in Russian alone</comment>
            <translation>RU only</translation>
        </message>
        <message>
            <source>This device is out of memory. Close something and try again; what was saved is safe.</source>
            <translation>This device is out of memory. Close something and try again; what was saved is safe.</translation>
        </message>
        <message>
            <source>No relay is set. Everything stays on this device until one is. The campaign lead sets one in Settings.</source>
            <translation>No relay is set. Everything stays on this device until one is. The campaign lead sets one in Settings.</translation>
        </message>
        <message>
            <source>This file is from a newer Meridian, or isn’t one of its files. Nothing was changed. Update, or ask for it again.</source>
            <translation>This file is from a newer Meridian, or isn’t one of its files. Nothing was changed. Update, or ask for it again.</translation>
        </message>
        <message>
            <source>A signature doesn’t match, so this was not taken in. Everything else is safe. Ask for it again.</source>
            <translation>A signature doesn’t match, so this was not taken in. Everything else is safe. Ask for it again.</translation>
        </message>
        <message>
            <source>The relay of your campaign doesn’t take files this large. Send a smaller one; the rest is kept.</source>
            <translation>The relay of your campaign doesn’t take files this large. Send a smaller one; the rest is kept.</translation>
        </message>
        <message>
            <source>People are added, invited and confirmed by the hub lead or the campaign lead, not by a deputy. Nothing was changed. Ask one of them.</source>
            <translation>People are added, invited and confirmed by the hub lead or the campaign lead, not by a deputy. Nothing was changed. Ask one of them.</translation>
        </message>
        <message>
            <source>The relay doesn’t let this device into the campaign: your invitation may have been withdrawn. What you wrote is kept here. Ask your lead.</source>
            <translation>The relay doesn’t let this device into the campaign: your invitation may have been withdrawn. What you wrote is kept here. Ask your lead.</translation>
        </message>
        <message>
            <source>That passphrase doesn’t open this profile. Nothing was changed. If you are sure of it, the profile’s file is damaged: keep Meridian’s folder as it is.</source>
            <translation>That passphrase doesn’t open this profile. Nothing was changed. If you are sure of it, the profile’s file is damaged: keep Meridian’s folder as it is.</translation>
        </message>
        <message>
            <source>This profile is open in another window. Nothing was changed. Use that one or close it.</source>
            <translation>This profile is open in another window. Nothing was changed. Use that one or close it.</translation>
        </message>
        <message>
            <source>Part of the data on this device is damaged. What was sent is safe with the others. Keep Meridian’s folder as it is, and ask a lead of the campaign for a new invitation.</source>
            <translation>Part of the data on this device is damaged. What was sent is safe with the others. Keep Meridian’s folder as it is, and ask a lead of the campaign for a new invitation.</translation>
        </message>
        <message>
            <source>The key file doesn’t open this profile. Nothing was changed. Start Meridian with the right one. If this is it, the profile’s file is damaged: keep Meridian’s folder as it is.</source>
            <translation>The key file doesn’t open this profile. Nothing was changed. Start Meridian with the right one. If this is it, the profile’s file is damaged: keep Meridian’s folder as it is.</translation>
        </message>
        <message>
            <source>The file profile.vault is missing from Meridian’s folder, and nothing else opens the profile there. Put it back and start Meridian again. If you never made a profile here, go on: what lies there is kept.</source>
            <translation>The file profile.vault is missing from Meridian’s folder, and nothing else opens the profile there. Put it back and start Meridian again. If you never made a profile here, go on: what lies there is kept.</translation>
        </message>
        <message>
            <source>What has this name is not a file but a folder, a link or a device. It was left as it is. Choose another name.</source>
            <translation>What has this name is not a file but a folder, a link or a device. It was left as it is. Choose another name.</translation>
        </message>
        <message>
            <source>The folder isn’t there, so nothing was saved. Choose another one.</source>
            <translation>The folder isn’t there, so nothing was saved. Choose another one.</translation>
        </message>
        <message>
            <source>Goal tension</source>
            <comment>A change</comment>
            <translation>Goal tension</translation>
        </message>
        <message>
            <source>Goal tension resolved</source>
            <comment>A change</comment>
            <translation>Goal tension resolved</translation>
        </message>
        <message>
            <source>A goal tension is unresolved.</source>
            <translation>A goal tension is unresolved.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <comment>Main page</comment>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Saved.</source>
            <comment>After a setting was kept</comment>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Profile</source>
            <comment>Settings: heading</comment>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Your name</source>
            <comment>Name of a field</comment>
            <translation>Your name</translation>
        </message>
        <message>
            <source>Save profile</source>
            <comment>Button</comment>
            <translation>Save profile</translation>
        </message>
        <message>
            <source>Languages</source>
            <comment>Settings: heading</comment>
            <translation>Languages</translation>
        </message>
        <message>
            <source>Interface</source>
            <comment>Settings: which language the buttons have</comment>
            <translation>Interface</translation>
        </message>
        <message>
            <source>Language of the interface</source>
            <comment>Name of a choice</comment>
            <translation>Language of the interface</translation>
        </message>
        <message>
            <source>Content</source>
            <comment>Settings: which language briefs are shown in</comment>
            <translation>Content</translation>
        </message>
        <message>
            <source>Briefs and the campaign page, where both languages exist</source>
            <comment>Below the choice of a language</comment>
            <translation>Briefs and the campaign page, where both languages exist</translation>
        </message>
        <message>
            <source>Language of the content</source>
            <comment>Name of a choice</comment>
            <translation>Language of the content</translation>
        </message>
        <message>
            <source>Look</source>
            <comment>Settings: heading</comment>
            <translation>Look</translation>
        </message>
        <message>
            <source>Theme</source>
            <comment>Settings: light or dark</comment>
            <translation>Theme</translation>
        </message>
        <message>
            <source>System</source>
            <comment>Theme: as the system</comment>
            <translation>System</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>Theme</comment>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>Theme</comment>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Text size</source>
            <comment>Settings</comment>
            <translation>Text size</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>A size of text</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <comment>Settings</comment>
            <translation>Reduce motion</translation>
        </message>
        <message>
            <source>Lock</source>
            <comment>Settings: heading</comment>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Relay</source>
            <comment>Settings: heading; the server that passes sealed changes on</comment>
            <translation>Relay</translation>
        </message>
        <message>
            <source>Campaign on one page</source>
            <comment>Button and title: opens the campaign's page</comment>
            <translation>Campaign on one page</translation>
        </message>
        <message>
            <source>Times are shown in %1, where you seem to be.</source>
            <comment>Settings; %1 is a city</comment>
            <translation>Times are shown in %1, where you seem to be.</translation>
        </message>
        <message>
            <source>Show times of my time zone</source>
            <comment>Button: no longer in the place where I seem to be</comment>
            <translation>Show times of my time zone</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Close</source>
            <comment>Button: closes a sheet</comment>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>SubmitModel</name>
        <message>
            <source>Received before %1: answer by %2.</source>
            <comment>Before sending; both are dates</comment>
            <translation>Received before %1: answer by %2.</translation>
        </message>
        <message>
            <source>Received before %1: answer by %2. Later: %3.</source>
            <comment>Before sending; all are dates</comment>
            <translation>Received before %1: answer by %2. Later: %3.</translation>
        </message>
        <message>
            <source>Add a file, a link or a caption.</source>
            <comment>Why content cannot be sent yet</comment>
            <translation>Add a file, a link or a caption.</translation>
        </message>
        <message numerus="yes">
            <source>%n non-negotiable(s) left to tick.</source>
            <comment>Why content cannot be sent yet</comment>
            <translation>
                <numerusform>%n non-negotiable left to tick.</numerusform>
                <numerusform>%n non-negotiables left to tick.</numerusform>
            </translation>
        </message>
        <message>
            <source>This file is too large: the relay of your campaign takes files up to %1. Pick a smaller one; the rest is kept.</source>
            <comment>Picking a file; %1 is a size</comment>
            <translation>This file is too large: the relay of your campaign takes files up to %1. Pick a smaller one; the rest is kept.</translation>
        </message>
        <message>
            <source>Not shown here: %1. Your lead may have to save a copy to look at it; a JPEG or PNG shows everywhere.</source>
            <comment>Below picked pictures; %1 their names</comment>
            <translation>Not shown here: %1. Your lead may have to save a copy to look at it; a JPEG or PNG shows everywhere.</translation>
        </message>
        <message>
            <source>This can’t be opened as a link. Paste the whole of it: it begins with https://.</source>
            <comment>Below the field for a link</comment>
            <translation>This can’t be opened as a link. Paste the whole of it: it begins with https://.</translation>
        </message>
    </context>
    <context>
        <name>SubmitPage</name>
        <message>
            <source>Submitted</source>
            <comment>Title of a page: the receipt of a submission</comment>
            <translation>Submitted</translation>
        </message>
        <message>
            <source>Submit content</source>
            <comment>Title of a page</comment>
            <translation>Submit content</translation>
        </message>
        <message>
            <source>File to submit</source>
            <comment>Title of a file dialog</comment>
            <translation>File to submit</translation>
        </message>
        <message>
            <source>Photo or video to submit</source>
            <comment>Title of a file dialog</comment>
            <translation>Photo or video to submit</translation>
        </message>
        <message>
            <source>Photos and videos (*.jpg *.jpeg *.png *.webp *.heic *.mp4 *.mov *.webm)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Photos and videos (*.jpg *.jpeg *.png *.webp *.heic *.mp4 *.mov *.webm)</translation>
        </message>
        <message>
            <source>Saved here and on its way.</source>
            <comment>Receipt of a submission, while connected</comment>
            <translation>Saved here and on its way.</translation>
        </message>
        <message>
            <source>The promise starts when it is received. You will see the date under Feedback.</source>
            <comment>Receipt of a submission: what happens next</comment>
            <translation>The promise starts when it is received. You will see the date under Feedback.</translation>
        </message>
        <message>
            <source>File</source>
            <comment>Button: picks a file</comment>
            <translation>File</translation>
        </message>
        <message>
            <source>Photo</source>
            <comment>Button: picks a photo or video</comment>
            <translation>Photo</translation>
        </message>
        <message>
            <source>Link</source>
            <comment>Button: adds a link</comment>
            <translation>Link</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Button: takes a file or link out; %1 is its name</comment>
            <translation>Remove: %1</translation>
        </message>
        <message>
            <source>Link</source>
            <comment>Name of a field</comment>
            <translation>Link</translation>
        </message>
        <message>
            <source>The file behind a link can change; the approval covers its text alone.</source>
            <comment>Under the link field</comment>
            <translation>The file behind a link can change; the approval covers its text alone.</translation>
        </message>
        <message>
            <source>Add link</source>
            <comment>Button</comment>
            <translation>Add link</translation>
        </message>
        <message>
            <source>Caption</source>
            <comment>Name of a field: the text of a post</comment>
            <translation>Caption</translation>
        </message>
        <message>
            <source>Must have</source>
            <comment>Heading: the non-negotiables to tick</comment>
            <translation>Must have</translation>
        </message>
        <message>
            <source>You’re offline. Connect before then.</source>
            <comment>Under the promise, before sending</comment>
            <translation>You’re offline. Connect before then.</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <comment>Button: submits the content</comment>
            <translation>Send for approval</translation>
        </message>
        <message>
            <source>See feedback</source>
            <comment>Button: goes to the page with answers</comment>
            <translation>See feedback</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <comment>Above a submission: %1 the material, %2 the version to be</comment>
            <translation>%1, version %2</translation>
        </message>
        <message>
            <source>Paste file</source>
            <comment>Button: takes the files that were copied in another program</comment>
            <translation>Paste file</translation>
        </message>
        <message>
            <source>Saved on this device. It will go out when you’re online.</source>
            <comment>Receipt of a submission, while offline</comment>
            <translation>Saved on this device. It will go out when you’re online.</translation>
        </message>
        <message>
            <source>Saved on this phone. It will go out when you’re online.</source>
            <comment>Receipt of a submission, while offline, on a phone</comment>
            <translation>Saved on this phone. It will go out when you’re online.</translation>
        </message>
    </context>
    <context>
        <name>TimelinePage</name>
        <message>
            <source>Timeline</source>
            <comment>Main page: dates of the campaign</comment>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Yours</source>
            <comment>Of a date on the timeline: my own deadline</comment>
            <translation>Yours</translation>
        </message>
        <message>
            <source>No dates yet. They appear here as soon as your leads set them.</source>
            <comment>An empty timeline</comment>
            <translation>No dates yet. They appear here as soon as your leads set them.</translation>
        </message>
        <message>
            <source>Edit the milestones</source>
            <comment>Button: opens the list of milestones</comment>
            <translation>Edit the milestones</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Meridian</source>
            <comment>Title of the first page</comment>
            <translation>Meridian</translation>
        </message>
        <message>
            <source>Opening your profile…</source>
            <comment>While the passphrase is checked</comment>
            <translation>Opening your profile…</translation>
        </message>
        <message>
            <source>Your profile is locked.</source>
            <comment>Above the passphrase field</comment>
            <translation>Your profile is locked.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <comment>Name of a field</comment>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Unlock</source>
            <comment>Button: opens the profile with the passphrase</comment>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Asking this computer’s keychain…</source>
            <comment>While the profile is being unlocked; the passphrase may be typed instead</comment>
            <translation>Asking this computer’s keychain…</translation>
        </message>
        <message>
            <source>Use this computer’s keychain</source>
            <comment>Button: unlocks the profile</comment>
            <translation>Use this computer’s keychain</translation>
        </message>
        <message>
            <source>Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.</source>
            <comment>Below the passphrase field</comment>
            <translation>Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.</translation>
        </message>
    </context>
    <context>
        <name>VerdictBar</name>
        <message>
            <source>Approve</source>
            <comment>Button: the verdict</comment>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Request changes</source>
            <comment>Button: the verdict</comment>
            <translation>Request changes</translation>
        </message>
        <message>
            <source>Announce delay</source>
            <comment>Button: opens a sheet</comment>
            <translation>Announce delay</translation>
        </message>
        <message>
            <source>Undo</source>
            <comment>Button: takes a verdict back before it has left</comment>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <comment>Button: takes a delivered verdict back</comment>
            <translation>Withdraw</translation>
        </message>
    </context>
    <context>
        <name>VerdictCard</name>
        <message>
            <source>Signed: %1</source>
            <comment>Button: a seal that tells about a signature; %1 is a name</comment>
            <translation>Signed: %1</translation>
        </message>
    </context>
    <context>
        <name>VerdictDelegate</name>
        <message>
            <source>Hide the seal</source>
            <comment>Button: who signed what</comment>
            <translation>Hide the seal</translation>
        </message>
        <message>
            <source>Show the seal</source>
            <comment>Button: who signed what</comment>
            <translation>Show the seal</translation>
        </message>
        <message>
            <source>Undo</source>
            <comment>Button: takes a verdict back before it has left</comment>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <comment>Button: takes a delivered verdict back</comment>
            <translation>Withdraw</translation>
        </message>
    </context>
    <context>
        <name>VideoPlayer</name>
        <message>
            <source>Pause</source>
            <comment>Button: of a video</comment>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Play</source>
            <comment>Button: of a video</comment>
            <translation>Play</translation>
        </message>
        <message>
            <source>Pause: %1</source>
            <comment>Screen reader: %1 the file of a video</comment>
            <translation>Pause: %1</translation>
        </message>
        <message>
            <source>Play: %1</source>
            <comment>Screen reader: %1 the file of a video</comment>
            <translation>Play: %1</translation>
        </message>
        <message>
            <source>Position in the video</source>
            <comment>Screen reader: a slider</comment>
            <translation>Position in the video</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>Of a video: %1 where it stands, %2 its length, as 0:12 of 0:52</comment>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Sound on</source>
            <comment>Button: of a video</comment>
            <translation>Sound on</translation>
        </message>
        <message>
            <source>Sound off</source>
            <comment>Button: of a video</comment>
            <translation>Sound off</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Meridian</source>
            <comment>Title of the first page</comment>
            <translation>Meridian</translation>
        </message>
        <message>
            <source>Language of the interface</source>
            <comment>Name of a choice</comment>
            <translation>Language of the interface</translation>
        </message>
        <message>
            <source>Everyone pulls in the same direction, knows why, and can do their part without a connection.</source>
            <comment>First screen: what Meridian is for</comment>
            <translation>Everyone pulls in the same direction, knows why, and can do their part without a connection.</translation>
        </message>
        <message>
            <source>Join with an invitation</source>
            <comment>Button on the first screen</comment>
            <translation>Join with an invitation</translation>
        </message>
        <message>
            <source>Set up without an invitation</source>
            <comment>Button on the first screen: makes a profile alone</comment>
            <translation>Set up without an invitation</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>%1 in %2</source>
            <comment>A time in another city: 17:00 in New York</comment>
            <translation>%1 in %2</translation>
        </message>
        <message>
            <source>%1 (%2 %3)</source>
            <comment>%1 my date and time, %2 the time in another city, %3 that city</comment>
            <translation>%1 (%2 %3)</translation>
        </message>
        <message>
            <source>%1 (%2, %3 %4)</source>
            <comment>%1 my date and time, %2 the weekday in another city, %3 the time there, %4 that city</comment>
            <translation>%1 (%2, %3 %4)</translation>
        </message>
        <message>
            <source>now</source>
            <comment>Of a moment less than a minute away</comment>
            <translation>now</translation>
        </message>
        <message numerus="yes">
            <source>in %n minute(s)</source>
            <translation>
                <numerusform>in %n minute</numerusform>
                <numerusform>in %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n hour(s)</source>
            <translation>
                <numerusform>in %n hour</numerusform>
                <numerusform>in %n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2, %3)</source>
            <comment>%1 the day here, %2 the day in another city, %3 that city</comment>
            <translation>%1 (%2, %3)</translation>
        </message>
    </context>
    <context>
        <name>ZoneField</name>
        <message>
            <source>Time zone</source>
            <comment>Name of a field</comment>
            <translation>Time zone</translation>
        </message>
    </context>
    <context>
        <name>AddMarketSheet</name>
        <message>
            <source>Add market</source>
            <comment>Button</comment>
            <translation>Add market</translation>
        </message>
        <message>
            <source>Code</source>
            <comment>Name of a field: of a market</comment>
            <translation>Code</translation>
        </message>
        <message>
            <source>Name, English</source>
            <comment>Name of a field: of a market</comment>
            <translation>Name, English</translation>
        </message>
        <message>
            <source>Name, Russian</source>
            <comment>Name of a field: of a market</comment>
            <translation>Name, Russian</translation>
        </message>
        <message>
            <source>Latin letters, digits or hyphens, as US</source>
            <comment>Below the field for a market's code</comment>
            <translation>Latin letters, digits or hyphens, as US</translation>
        </message>
    </context>
    <context>
        <name>BriefPeople</name>
        <message>
            <source>Contact</source>
            <comment>Of a brief: whom the creator asks</comment>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Answers the creator’s questions</source>
            <comment>Below: contact</comment>
            <translation>Answers the creator’s questions</translation>
        </message>
        <message>
            <source>Approver</source>
            <comment>Of a brief: whose verdict the creator waits for</comment>
            <translation>Approver</translation>
        </message>
        <message>
            <source>Reviews what is submitted</source>
            <comment>Below: approver</comment>
            <translation>Reviews what is submitted</translation>
        </message>
    </context>
    <context>
        <name>ChangesSheet</name>
        <message>
            <source>What changed</source>
            <comment>Title of a sheet: in the source of a translation</comment>
            <translation>What changed</translation>
        </message>
    </context>
    <context>
        <name>CharterList</name>
        <message>
            <source>Add</source>
            <comment>Button: adds a non-negotiable, a negotiable or a check</comment>
            <translation>Add</translation>
        </message>
        <message>
            <source>Text</source>
            <comment>Name of a field: what is asked for</comment>
            <translation>Text</translation>
        </message>
        <message>
            <source>Remove</source>
            <comment>Button: takes a statement off the list</comment>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Screen reader: button; %1 is a statement</comment>
            <translation>Remove: %1</translation>
        </message>
        <message>
            <source>Text, English</source>
            <comment>Name of a field: what is asked for</comment>
            <translation>Text, English</translation>
        </message>
        <message>
            <source>Text, Russian</source>
            <comment>Name of a field: what is asked for</comment>
            <translation>Text, Russian</translation>
        </message>
        <message>
            <source>%1, English</source>
            <comment>Name of a field; %1 is “Because” or “Range”</comment>
            <translation>%1, English</translation>
        </message>
        <message>
            <source>%1, Russian</source>
            <comment>Name of a field; %1 is “Because” or “Range”</comment>
            <translation>%1, Russian</translation>
        </message>
    </context>
    <context>
        <name>DeliverableSheet</name>
        <message>
            <source>Add deliverable</source>
            <comment>Button</comment>
            <translation>Add deliverable</translation>
        </message>
        <message>
            <source>Deliverable</source>
            <comment>Title of a sheet: one being changed</comment>
            <translation>Deliverable</translation>
        </message>
        <message>
            <source>Title, English</source>
            <comment>Name of a field</comment>
            <translation>Title, English</translation>
        </message>
        <message>
            <source>Title, Russian</source>
            <comment>Name of a field</comment>
            <translation>Title, Russian</translation>
        </message>
        <message>
            <source>Rough cut due</source>
            <comment>Name of a field</comment>
            <translation>Rough cut due</translation>
        </message>
        <message>
            <source>Goes live</source>
            <comment>Name of a field</comment>
            <translation>Goes live</translation>
        </message>
        <message>
            <source>Labels to show, English</source>
            <comment>Name of a field: disclosures of advertising</comment>
            <translation>Labels to show, English</translation>
        </message>
        <message>
            <source>Labels to show, Russian</source>
            <comment>Name of a field: disclosures of advertising</comment>
            <translation>Labels to show, Russian</translation>
        </message>
        <message>
            <source>Ad-marking token</source>
            <comment>Heading: a code that the law of a market asks for</comment>
            <translation>Ad-marking token</translation>
        </message>
        <message>
            <source>The creator copies it when going live; it needs no new issue of the brief</source>
            <comment>Below the field for the token</comment>
            <translation>The creator copies it when going live; it needs no new issue of the brief</translation>
        </message>
        <message>
            <source>Remove this deliverable</source>
            <comment>Button</comment>
            <translation>Remove this deliverable</translation>
        </message>
        <message>
            <source>Save deliverable</source>
            <comment>Button</comment>
            <translation>Save deliverable</translation>
        </message>
        <message>
            <source>Not saved yet: what you typed before.</source>
            <comment>Above a form that was left without saving</comment>
            <translation>Not saved yet: what you typed before.</translation>
        </message>
        <message>
            <source>Discard</source>
            <comment>Button: throws away what was typed and not saved</comment>
            <translation>Discard</translation>
        </message>
    </context>
    <context>
        <name>LaunchAdviceModel</name>
        <message>
            <source>A holiday there: %1</source>
            <comment>Of the day of a launch; %1 its name</comment>
            <translation>A holiday there: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) between the launches of %1 and %2</source>
            <comment>%1, %2 markets</comment>
            <translation>
                <numerusform>%n day between the launches of %1 and %2</numerusform>
                <numerusform>%n days between the launches of %1 and %2</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: 3–5 keep a slip from reaching the next market.</source>
            <comment>%1 “2 days between the launches of US and RU”</comment>
            <translation>%1: 3–5 keep a slip from reaching the next market.</translation>
        </message>
    </context>
    <context>
        <name>LaunchAdviceStrip</name>
        <message>
            <source>Take %1 as the launch date</source>
            <comment>Screen reader: a suggested day; %1 is the day</comment>
            <translation>Take %1 as the launch date</translation>
        </message>
    </context>
    <context>
        <name>MarketSettings</name>
        <message>
            <source>Launch, %1</source>
            <comment>Name of a field; %1 is the market's city</comment>
            <translation>Launch, %1</translation>
        </message>
        <message>
            <source>Set date</source>
            <comment>Button</comment>
            <translation>Set date</translation>
        </message>
        <message>
            <source>Public holidays</source>
            <comment>Name of a choice: of which country</comment>
            <translation>Public holidays</translation>
        </message>
        <message>
            <source>None</source>
            <comment>A choice: no country’s holidays</comment>
            <translation>None</translation>
        </message>
        <message>
            <source>United States</source>
            <comment>A choice: a country</comment>
            <translation>United States</translation>
        </message>
        <message>
            <source>Russia</source>
            <comment>A choice: a country</comment>
            <translation>Russia</translation>
        </message>
        <message>
            <source>Each post needs an ad-marking token</source>
            <comment>A tick: a rule of a market</comment>
            <translation>Each post needs an ad-marking token</translation>
        </message>
        <message>
            <source>Without its token a deliverable cannot go live here.</source>
            <comment>Below a tick</comment>
            <translation>Without its token a deliverable cannot go live here.</translation>
        </message>
    </context>
    <context>
        <name>MilestonePage</name>
        <message>
            <source>New milestone</source>
            <comment>Title of a page</comment>
            <translation>New milestone</translation>
        </message>
        <message>
            <source>Milestone</source>
            <comment>Title of a page: one being changed</comment>
            <translation>Milestone</translation>
        </message>
        <message>
            <source>Remove this milestone</source>
            <comment>Button</comment>
            <translation>Remove this milestone</translation>
        </message>
        <message>
            <source>Saved. Everybody sees it on the timeline.</source>
            <comment>After a milestone was saved</comment>
            <translation>Saved. Everybody sees it on the timeline.</translation>
        </message>
        <message>
            <source>Removed from the timeline.</source>
            <comment>After a milestone was removed</comment>
            <translation>Removed from the timeline.</translation>
        </message>
        <message>
            <source>Title</source>
            <comment>Name of a field: of a milestone</comment>
            <translation>Title</translation>
        </message>
        <message>
            <source>Why</source>
            <comment>Name of a field: of a milestone</comment>
            <translation>Why</translation>
        </message>
        <message>
            <source>Kind</source>
            <comment>Name of a choice: kickoff, launch, review …</comment>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Market</source>
            <comment>Name of a choice</comment>
            <translation>Market</translation>
        </message>
        <message>
            <source>Date and time</source>
            <comment>Name of a field</comment>
            <translation>Date and time</translation>
        </message>
        <message>
            <source>Save milestone</source>
            <comment>Button</comment>
            <translation>Save milestone</translation>
        </message>
        <message>
            <source>Not saved yet: what you typed before.</source>
            <comment>Above a form that was left without saving</comment>
            <translation>Not saved yet: what you typed before.</translation>
        </message>
        <message>
            <source>Discard</source>
            <comment>Button: throws away what was typed and not saved</comment>
            <translation>Discard</translation>
        </message>
        <message>
            <source>The campaign lead sets the launch date.</source>
            <comment>Below the date of a launch</comment>
            <translation>The campaign lead sets the launch date.</translation>
        </message>
    </context>
    <context>
        <name>MilestonesModel</name>
        <message>
            <source>Milestone</source>
            <comment>Kind of a milestone: none of the others</comment>
            <translation>Milestone</translation>
        </message>
        <message>
            <source>Kickoff</source>
            <comment>Kind of a milestone</comment>
            <translation>Kickoff</translation>
        </message>
        <message>
            <source>Briefs</source>
            <comment>Kind of a milestone: briefs go out</comment>
            <translation>Briefs</translation>
        </message>
        <message>
            <source>Rough cuts</source>
            <comment>Kind of a milestone</comment>
            <translation>Rough cuts</translation>
        </message>
        <message>
            <source>Feedback</source>
            <comment>Kind of a milestone</comment>
            <translation>Feedback</translation>
        </message>
        <message>
            <source>Launch</source>
            <comment>Kind of a milestone</comment>
            <translation>Launch</translation>
        </message>
        <message>
            <source>Review</source>
            <comment>Kind of a milestone: results are looked at</comment>
            <translation>Review</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Of a milestone: %1 its kind, %2 a market</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>No date yet</source>
            <comment>Of a milestone</comment>
            <translation>No date yet</translation>
        </message>
        <message>
            <source>The why is missing</source>
            <comment>Of a milestone</comment>
            <translation>The why is missing</translation>
        </message>
        <message>
            <source>Translation is stale</source>
            <comment>Of a milestone</comment>
            <translation>Translation is stale</translation>
        </message>
        <message>
            <source>A milestone needs a title.</source>
            <translation>A milestone needs a title.</translation>
        </message>
        <message>
            <source>Say why: a milestone keeps its reason.</source>
            <translation>Say why: a milestone keeps its reason.</translation>
        </message>
        <message>
            <source>That is no date and time. Choose one in the calendar or type it.</source>
            <translation>That is no date and time. Choose one in the calendar or type it.</translation>
        </message>
        <message>
            <source>All markets</source>
            <comment>A choice: no single one</comment>
            <translation>All markets</translation>
        </message>
    </context>
    <context>
        <name>MilestonesPage</name>
        <message>
            <source>Milestones</source>
            <comment>Title of a page</comment>
            <translation>Milestones</translation>
        </message>
        <message>
            <source>Add milestone</source>
            <comment>Button</comment>
            <translation>Add milestone</translation>
        </message>
        <message>
            <source>Edit: %1</source>
            <comment>Button: opens a milestone; %1 is its title</comment>
            <translation>Edit: %1</translation>
        </message>
        <message>
            <source>No milestones yet. Each says when, and why then.</source>
            <comment>An empty list of milestones</comment>
            <translation>No milestones yet. Each says when, and why then.</translation>
        </message>
    </context>
    <context>
        <name>LockCard</name>
        <message>
            <source>Unlock with this computer’s keychain</source>
            <comment>Settings: a choice</comment>
            <translation>Unlock with this computer’s keychain</translation>
        </message>
        <message>
            <source>Your passphrase is still asked every 14 days.</source>
            <comment>Settings: below the choice of the keychain</comment>
            <translation>Your passphrase is still asked every 14 days.</translation>
        </message>
        <message>
            <source>Lock automatically</source>
            <comment>Settings: auto-lock</comment>
            <translation>Lock automatically</translation>
        </message>
        <message>
            <source>Not while the keychain unlocks: then it is locked when the computer is.</source>
            <comment>Settings: below auto-lock</comment>
            <translation>Not while the keychain unlocks: then it is locked when the computer is.</translation>
        </message>
        <message>
            <source>Never</source>
            <comment>Auto-lock</comment>
            <translation>Never</translation>
        </message>
        <message numerus="yes">
            <source>After %n minute(s)</source>
            <comment>Auto-lock</comment>
            <translation>
                <numerusform>After %n minute</numerusform>
                <numerusform>After %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Lock now</source>
            <comment>Button</comment>
            <translation>Lock now</translation>
        </message>
        <message>
            <source>The keychain keeps a key to this profile. Whoever is logged in to this computer as you can then open it. Give your passphrase to allow that.</source>
            <comment>Settings: before the keychain is turned on</comment>
            <translation>The keychain keeps a key to this profile. Whoever is logged in to this computer as you can then open it. Give your passphrase to allow that.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <comment>Name of a field</comment>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Allow</source>
            <comment>Button: the keychain may unlock the profile</comment>
            <translation>Allow</translation>
        </message>
        <message>
            <source>The keychain unlocks this profile now.</source>
            <comment>After the keychain was turned on</comment>
            <translation>The keychain unlocks this profile now.</translation>
        </message>
    </context>
    <context>
        <name>RelayCard</name>
        <message>
            <source>The relay is set.</source>
            <comment>After a founding line was kept</comment>
            <translation>The relay is set.</translation>
        </message>
        <message>
            <source>Last problem: %1</source>
            <comment>Screen reader: of the relay</comment>
            <translation>Last problem: %1</translation>
        </message>
        <message>
            <source>It passes on what you write and cannot read a word of it.</source>
            <comment>Settings: of the relay</comment>
            <translation>It passes on what you write and cannot read a word of it.</translation>
        </message>
        <message>
            <source>Sync now</source>
            <comment>Button: exchanges changes with the relay</comment>
            <translation>Sync now</translation>
        </message>
        <message>
            <source>Set a relay</source>
            <comment>Button</comment>
            <translation>Set a relay</translation>
        </message>
        <message>
            <source>Set another relay</source>
            <comment>Button</comment>
            <translation>Set another relay</translation>
        </message>
        <message>
            <source>Relay</source>
            <comment>Settings: heading; the server that passes sealed changes on</comment>
            <translation>Relay</translation>
        </message>
        <message>
            <source>Paste the founding line that the relay prints when it starts. It holds a code that admits this campaign: show it to nobody else.</source>
            <comment>Settings: above the field for a founding line</comment>
            <translation>Paste the founding line that the relay prints when it starts. It holds a code that admits this campaign: show it to nobody else.</translation>
        </message>
        <message>
            <source>Founding line</source>
            <comment>Name of a field: the relay's address, identity and code</comment>
            <translation>Founding line</translation>
        </message>
        <message>
            <source>Paste</source>
            <comment>Button: takes the text of the clipboard</comment>
            <translation>Paste</translation>
        </message>
        <message>
            <source>Invitations that were sent before name the relay from before.</source>
            <comment>Settings: before another relay is set</comment>
            <translation>Invitations that were sent before name the relay from before.</translation>
        </message>
        <message>
            <source>Set relay</source>
            <comment>Button: keeps the founding line</comment>
            <translation>Set relay</translation>
        </message>
    </context>
    <context>
        <name>RelayModel</name>
        <message>
            <source>No relay is set for this campaign.</source>
            <comment>Settings</comment>
            <translation>No relay is set for this campaign.</translation>
        </message>
        <message>
            <source>Not connected</source>
            <comment>Settings: of the relay</comment>
            <translation>Not connected</translation>
        </message>
        <message>
            <source>Not connected since %1</source>
            <comment>Settings: of the relay; %1 a time</comment>
            <translation>Not connected since %1</translation>
        </message>
        <message>
            <source>Airplane mode: nothing is sent or received.</source>
            <comment>Settings: of the relay</comment>
            <translation>Airplane mode: nothing is sent or received.</translation>
        </message>
        <message>
            <source>Connected</source>
            <comment>Settings: of the relay</comment>
            <translation>Connected</translation>
        </message>
        <message>
            <source>Connected since %1</source>
            <comment>Settings: of the relay; %1 a time</comment>
            <translation>Connected since %1</translation>
        </message>
        <message>
            <source>This is no founding line. It begins with wss://, and the relay prints it when it starts; copy all of it.</source>
            <comment>Settings: of the relay</comment>
            <translation>This is no founding line. It begins with wss://, and the relay prints it when it starts; copy all of it.</translation>
        </message>
    </context>
    <context>
        <name>SyncPill</name>
        <message numerus="yes">
            <source>%n need attention</source>
            <comment>The sync pill: changes that were not accepted</comment>
            <translation>
                <numerusform>%n needs attention</numerusform>
                <numerusform>%n need attention</numerusform>
            </translation>
        </message>
        <message>
            <source>On this device</source>
            <comment>The sync pill: no relay is set</comment>
            <translation>On this device</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>The sync pill: changes that have not gone out</comment>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <comment>%1 is a time</comment>
            <translation>Offline since %1</translation>
        </message>
        <message>
            <source>Offline</source>
            <comment>The sync pill</comment>
            <translation>Offline</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>Screen reader: the sync pill; %1 offline since when, %2 how much waits</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Synced</source>
            <comment>The sync pill: everything is exchanged</comment>
            <translation>Synced</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <comment>The sync pill: the relay cannot be used until a person acts</comment>
            <translation>Needs attention</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>Screen reader: the sync pill; %1 how it is, %2 how much waits</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Trying again</source>
            <comment>The sync pill: the relay answered in a way that makes no sense</comment>
            <translation>Trying again</translation>
        </message>
    </context>
    <context>
        <name>Unlocking</name>
        <message>
            <source>This computer’s keychain holds another key. Your passphrase opens the profile and mends that.</source>
            <comment>Unlocking</comment>
            <translation>This computer’s keychain holds another key. Your passphrase opens the profile and mends that.</translation>
        </message>
        <message>
            <source>This computer’s keychain is locked or said no. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>This computer’s keychain is locked or said no. Your passphrase opens the profile.</translation>
        </message>
        <message>
            <source>No keychain answers on this computer. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>No keychain answers on this computer. Your passphrase opens the profile.</translation>
        </message>
        <message>
            <source>This computer’s keychain doesn’t answer. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>This computer’s keychain doesn’t answer. Your passphrase opens the profile.</translation>
        </message>
        <message>
            <source>This computer’s keychain is locked or no longer holds the key. Your passphrase opens the profile.</source>
            <comment>Unlocking</comment>
            <translation>This computer’s keychain is locked or no longer holds the key. Your passphrase opens the profile.</translation>
        </message>
        <message>
            <source>Your passphrase is asked every 14 days, so that you still know it. Give it once.</source>
            <comment>Unlocking: why the keychain is not used now</comment>
            <translation>Your passphrase is asked every 14 days, so that you still know it. Give it once.</translation>
        </message>
    </context>
    <context>
        <name>ZoneOffer</name>
        <message>
            <source>You seem to be in %1: show times here?</source>
            <comment>Banner; %1 is a city</comment>
            <translation>You seem to be in %1: show times here?</translation>
        </message>
        <message>
            <source>Show times here</source>
            <comment>Button: answers the banner about the time zone</comment>
            <translation>Show times here</translation>
        </message>
        <message>
            <source>Keep %1</source>
            <comment>Button: answers the banner about the time zone; %1 is a city</comment>
            <translation>Keep %1</translation>
        </message>
    </context>
    <context>
        <name>DemoModel</name>
        <message>
            <source>Creator submits</source>
            <comment>A step of the demo</comment>
            <translation>Creator submits</translation>
        </message>
        <message>
            <source>Hub lead takes off</source>
            <comment>A step of the demo</comment>
            <translation>Hub lead takes off</translation>
        </message>
        <message>
            <source>Approves in the air</source>
            <comment>A step of the demo</comment>
            <translation>Approves in the air</translation>
        </message>
        <message>
            <source>Lands</source>
            <comment>A step of the demo</comment>
            <translation>Lands</translation>
        </message>
        <message>
            <source>Creator sees it</source>
            <comment>A step of the demo</comment>
            <translation>Creator sees it</translation>
        </message>
        <message>
            <source>It goes live</source>
            <comment>Something that happens</comment>
            <translation>It goes live</translation>
        </message>
        <message>
            <source>An answer is due</source>
            <comment>Something that happens</comment>
            <translation>An answer is due</translation>
        </message>
        <message>
            <source>Cut-off of the feedback schedule</source>
            <comment>Something that happens</comment>
            <translation>Cut-off of the feedback schedule</translation>
        </message>
        <message>
            <source>A promise is at risk</source>
            <comment>Something that happens</comment>
            <translation>A promise is at risk</translation>
        </message>
        <message>
            <source>A rough cut is due</source>
            <comment>Something that happens</comment>
            <translation>A rough cut is due</translation>
        </message>
        <message>
            <source>Back from an absence</source>
            <comment>Something that happens</comment>
            <translation>Back from an absence</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>After a jump of the clock: %1 when it is now, %2 what happens</comment>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>All five steps are done.</source>
            <comment>The strip of the demo</comment>
            <translation>All five steps are done.</translation>
        </message>
        <message>
            <source>Nothing is dated after now.</source>
            <comment>There is no event to jump to</comment>
            <translation>Nothing is dated after now.</translation>
        </message>
        <message>
            <source>Starting over. The windows open again in a moment.</source>
            <comment>After the button of the demo</comment>
            <translation>Starting over. The windows open again in a moment.</translation>
        </message>
    </context>
    <context>
        <name>DemoStepMark</name>
        <message>
            <source>%1: done, %2</source>
            <comment>Screen reader: a step of the demo; %2 a time</comment>
            <translation>%1: done, %2</translation>
        </message>
        <message>
            <source>%1: not yet</source>
            <comment>Screen reader: a step of the demo</comment>
            <translation>%1: not yet</translation>
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Demo</source>
            <comment>Screen reader: the strip of the demo</comment>
            <translation>Demo</translation>
        </message>
        <message>
            <source>%1 of 5 · %2</source>
            <comment>The strip of the demo, folded: how many steps are done, and the next one</comment>
            <translation>%1 of 5 · %2</translation>
        </message>
        <message>
            <source>Airplane</source>
            <comment>Button of the demo: this device goes offline, or online again</comment>
            <translation>Airplane</translation>
        </message>
        <message>
            <source>Airplane: on</source>
            <comment>Screen reader: a button of the demo</comment>
            <translation>Airplane: on</translation>
        </message>
        <message>
            <source>Airplane: off</source>
            <comment>Screen reader: a button of the demo</comment>
            <translation>Airplane: off</translation>
        </message>
        <message>
            <source>Fold the demo’s steps</source>
            <comment>Button of the demo</comment>
            <translation>Fold the demo’s steps</translation>
        </message>
        <message>
            <source>Show the demo’s steps</source>
            <comment>Button of the demo</comment>
            <translation>Show the demo’s steps</translation>
        </message>
        <message>
            <source>Steps of the demo</source>
            <comment>Screen reader</comment>
            <translation>Steps of the demo</translation>
        </message>
    </context>
    <context>
        <name>DemoActions</name>
        <message>
            <source>Jump to next event</source>
            <comment>Button of the demo: moves the clock</comment>
            <translation>Jump to next event</translation>
        </message>
        <message>
            <source>Start over</source>
            <comment>Button of the demo: everything as it was at the start</comment>
            <translation>Start over</translation>
        </message>
    </context>
    <context>
        <name>RemovedBanner</name>
        <message>
            <source>Undo</source>
            <comment>Button: takes back a removal</comment>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>TroubleStrip</name>
        <message>
            <source>Part of the data on this device can’t be read, so something may be missing here, and nothing more can be signed. What was sent is safe with the others. Keep the profile’s folder as it is, and ask a lead of the campaign for a new invitation.</source>
            <comment>Banner</comment>
            <translation>Part of the data on this device can’t be read, so something may be missing here, and nothing more can be signed. What was sent is safe with the others. Keep the profile’s folder as it is, and ask a lead of the campaign for a new invitation.</translation>
        </message>
        <message>
            <source>This device has gone back to an older state, and what was done last is missing. What the relay or others received comes back by itself. What never left this device doesn’t: look through what you did last, and do again what isn’t here.</source>
            <comment>Banner</comment>
            <translation>This device has gone back to an older state, and what was done last is missing. What the relay or others received comes back by itself. What never left this device doesn’t: look through what you did last, and do again what isn’t here.</translation>
        </message>
        <message>
            <source>Understood</source>
            <comment>Button: closes the banner</comment>
            <translation>Understood</translation>
        </message>
    </context>
    <context>
        <name>BriefWithdrawal</name>
        <message>
            <source>Withdrawn. The draft stays.</source>
            <comment>After an issued brief was taken back</comment>
            <translation>Withdrawn. The draft stays.</translation>
        </message>
        <message>
            <source>Withdraw the brief</source>
            <comment>Button: takes an issued brief back</comment>
            <translation>Withdraw the brief</translation>
        </message>
        <message>
            <source>Withdraw the brief</source>
            <comment>Title of a sheet</comment>
            <translation>Withdraw the brief</translation>
        </message>
        <message>
            <source>The creator no longer has a brief and can’t submit until one is issued again. What was sent and answered stays.</source>
            <comment>Sheet for withdrawing a brief</comment>
            <translation>The creator no longer has a brief and can’t submit until one is issued again. What was sent and answered stays.</translation>
        </message>
    </context>
    <context>
        <name>HandoverCard</name>
        <message>
            <source>Save an exchange file</source>
            <comment>Title of a file dialog</comment>
            <translation>Save an exchange file</translation>
        </message>
        <message>
            <source>Exchange files (*.meridian)</source>
            <comment>Filter of a file dialog; keep the part in brackets</comment>
            <translation>Exchange files (*.meridian)</translation>
        </message>
        <message>
            <source>Exchange file to take in</source>
            <comment>Title of a file dialog</comment>
            <translation>Exchange file to take in</translation>
        </message>
        <message>
            <source>No network at all?</source>
            <comment>Heading of a card: the campaign as a file</comment>
            <translation>No network at all?</translation>
        </message>
        <message>
            <source>Save the campaign as an exchange file and send it through any messenger, or carry it. It is encrypted: only those in the campaign can read it.</source>
            <comment>Outbox</comment>
            <translation>Save the campaign as an exchange file and send it through any messenger, or carry it. It is encrypted: only those in the campaign can read it.</translation>
        </message>
        <message>
            <source>Save a file</source>
            <comment>Button</comment>
            <translation>Save a file</translation>
        </message>
        <message>
            <source>Open a file</source>
            <comment>Button: reads an exchange file</comment>
            <translation>Open a file</translation>
        </message>
    </context>
    <context>
        <name>HandoverModel</name>
        <message>
            <source>This file was cut short or altered on its way. Nothing here was changed by the rest of it. Ask for it again.</source>
            <translation>This file was cut short or altered on its way. Nothing here was changed by the rest of it. Ask for it again.</translation>
        </message>
        <message>
            <source>This is no exchange file of Meridian, or one of a newer version.</source>
            <translation>This is no exchange file of Meridian, or one of a newer version.</translation>
        </message>
        <message>
            <source>This file is of another campaign. Nothing was taken in.</source>
            <translation>This file is of another campaign. Nothing was taken in.</translation>
        </message>
        <message>
            <source>Saved, %1. Send it to whoever is in the campaign: nobody else can read it.</source>
            <comment>%1 a size: 3 MB</comment>
            <translation>Saved, %1. Send it to whoever is in the campaign: nobody else can read it.</translation>
        </message>
        <message>
            <source>Taken in: everything in it was here already.</source>
            <translation>Taken in: everything in it was here already.</translation>
        </message>
        <message numerus="yes">
            <source>Taken in: %n new change(s).</source>
            <comment>From an exchange file</comment>
            <translation>
                <numerusform>Taken in: %n new change.</numerusform>
                <numerusform>Taken in: %n new changes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be read and are left out.</source>
            <comment>Of an exchange file</comment>
            <translation>
                <numerusform>%n file could not be read and is left out.</numerusform>
                <numerusform>%n files could not be read and are left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TypedDate</name>
        <message>
            <source>That is no date. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>That is no date. Type it like this: %1</translation>
        </message>
        <message>
            <source>The calendar has no such day. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>The calendar has no such day. Type it like this: %1</translation>
        </message>
        <message>
            <source>The clock has no such time. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>The clock has no such time. Type it like this: %1</translation>
        </message>
        <message>
            <source>The time is missing. Type it like this: %1</source>
            <comment>Below a field; %1 is a date</comment>
            <translation>The time is missing. Type it like this: %1</translation>
        </message>
    </context>
    <context>
        <name>DateEntry</name>
        <message>
            <source>%1, today</source>
            <comment>Screen reader: a day; %1 its date</comment>
            <translation>%1, today</translation>
        </message>
        <message>
            <source>%1, chosen</source>
            <comment>Screen reader: a day; %1 its date</comment>
            <translation>%1, chosen</translation>
        </message>
        <message>
            <source>%1 time</source>
            <comment>Below a field for a date; %1 is a city</comment>
            <translation>%1 time</translation>
        </message>
        <message>
            <source>%1. For you: %2 (%3)</source>
            <comment>Below a field for a date; %1 “Moscow time”, %2 my date and time, %3 my city</comment>
            <translation>%1. For you: %2 (%3)</translation>
        </message>
    </context>
    <context>
        <name>CalendarMonth</name>
        <message>
            <source>Previous month</source>
            <comment>Button of a calendar</comment>
            <translation>Previous month</translation>
        </message>
        <message>
            <source>Next month</source>
            <comment>Button of a calendar</comment>
            <translation>Next month</translation>
        </message>
        <message>
            <source>Time</source>
            <comment>Name of a choice: a time of day</comment>
            <translation>Time</translation>
        </message>
        <message>
            <source>Today</source>
            <comment>Button of a calendar: goes to the current day</comment>
            <translation>Today</translation>
        </message>
        <message>
            <source>Done</source>
            <comment>Button: closes a calendar</comment>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>Calendar: %1</source>
            <comment>Button: opens a calendar; %1 is the name of a field</comment>
            <translation>Calendar: %1</translation>
        </message>
    </context>
    <context>
        <name>PreflightDelegate</name>
        <message>
            <source>Hide %1</source>
            <comment>Button: folds several rows into one; %1 is their number</comment>
            <translation>Hide %1</translation>
        </message>
        <message>
            <source>Show %1</source>
            <comment>Button: unfolds a row that stands for several; %1 is their number</comment>
            <translation>Show %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>Screen reader: %1 a button, %2 what it is for</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>TensionSheet</name>
        <message>
            <source>Write down a goal tension</source>
            <comment>Button</comment>
            <translation>Write down a goal tension</translation>
        </message>
        <message>
            <source>Write it down</source>
            <comment>Button: saves a goal tension</comment>
            <translation>Write it down</translation>
        </message>
        <message>
            <source>While it is open, the markets that it concerns issue no brief and do not launch.</source>
            <comment>Above the fields of a goal tension</comment>
            <translation>While it is open, the markets that it concerns issue no brief and do not launch.</translation>
        </message>
        <message>
            <source>One goal, English</source>
            <comment>Name of a field</comment>
            <translation>One goal, English</translation>
        </message>
        <message>
            <source>One goal, Russian</source>
            <comment>Name of a field</comment>
            <translation>One goal, Russian</translation>
        </message>
        <message>
            <source>The other goal, English</source>
            <comment>Name of a field</comment>
            <translation>The other goal, English</translation>
        </message>
        <message>
            <source>The other goal, Russian</source>
            <comment>Name of a field</comment>
            <translation>The other goal, Russian</translation>
        </message>
        <message>
            <source>Why it matters, English</source>
            <comment>Name of a field</comment>
            <translation>Why it matters, English</translation>
        </message>
        <message>
            <source>Why it matters, Russian</source>
            <comment>Name of a field</comment>
            <translation>Why it matters, Russian</translation>
        </message>
        <message>
            <source>Which markets it concerns; none ticked means all</source>
            <comment>Above boxes to tick, one for each market</comment>
            <translation>Which markets it concerns; none ticked means all</translation>
        </message>
    </context>
    <context>
        <name>TensionsModel</name>
        <message>
            <source>Unresolved. Holds up: %1</source>
            <comment>Of a goal tension; %1 are markets</comment>
            <translation>Unresolved. Holds up: %1</translation>
        </message>
        <message>
            <source>Resolved: %1</source>
            <comment>Of a goal tension; %1 are markets</comment>
            <translation>Resolved: %1</translation>
        </message>
        <message>
            <source>Decided: %1, %2</source>
            <comment>Of a goal tension; %1 a person, %2 when</comment>
            <translation>Decided: %1, %2</translation>
        </message>
        <message>
            <source>Name both goals.</source>
            <translation>Name both goals.</translation>
        </message>
        <message>
            <source>Say why: what goes wrong while nobody decides.</source>
            <translation>Say why: what goes wrong while nobody decides.</translation>
        </message>
    </context>
    <context>
        <name>TensionsPage</name>
        <message>
            <source>Goal tensions</source>
            <comment>Title of a page: goals that pull apart</comment>
            <translation>Goal tensions</translation>
        </message>
        <message>
            <source>Write down a goal tension</source>
            <comment>Button</comment>
            <translation>Write down a goal tension</translation>
        </message>
        <message>
            <source>One goal</source>
            <comment>Of a goal tension: heading</comment>
            <translation>One goal</translation>
        </message>
        <message>
            <source>The other goal</source>
            <comment>Of a goal tension: heading</comment>
            <translation>The other goal</translation>
        </message>
        <message>
            <source>Why it matters</source>
            <comment>Of a goal tension: heading</comment>
            <translation>Why it matters</translation>
        </message>
        <message>
            <source>Resolve</source>
            <comment>Button: says what was decided between two goals</comment>
            <translation>Resolve</translation>
        </message>
        <message>
            <source>Resolve: %1</source>
            <comment>Screen reader: button; %1 is a goal</comment>
            <translation>Resolve: %1</translation>
        </message>
        <message>
            <source>%1 — %2</source>
            <comment>The two goals of a tension</comment>
            <translation>%1 — %2</translation>
        </message>
        <message>
            <source>Remove</source>
            <comment>Button: it was no goal tension</comment>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <comment>Screen reader: button; %1 is a goal</comment>
            <translation>Remove: %1</translation>
        </message>
        <message>
            <source>Removed.</source>
            <comment>After a goal tension was removed</comment>
            <translation>Removed.</translation>
        </message>
        <message>
            <source>No goal tension is written down. Where two goals pull apart, write it here: nothing is issued on top of it until a lead has decided.</source>
            <comment>An empty list of goal tensions</comment>
            <translation>No goal tension is written down. Where two goals pull apart, write it here: nothing is issued on top of it until a lead has decided.</translation>
        </message>
        <message>
            <source>Resolve a goal tension</source>
            <comment>Title of a sheet</comment>
            <translation>Resolve a goal tension</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <comment>Button: says what was decided between two goals</comment>
            <translation>Save the decision</translation>
        </message>
        <message>
            <source>Say what counts from now on, so that nobody has to ask again. Briefs and launches go on then.</source>
            <comment>Above the fields of a decision</comment>
            <translation>Say what counts from now on, so that nobody has to ask again. Briefs and launches go on then.</translation>
        </message>
        <message>
            <source>Decision, English</source>
            <comment>Name of a field</comment>
            <translation>Decision, English</translation>
        </message>
        <message>
            <source>Decision, Russian</source>
            <comment>Name of a field</comment>
            <translation>Decision, Russian</translation>
        </message>
    </context>
</TS>
