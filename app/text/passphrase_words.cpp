#include "app/text/passphrase_words.h"

#include <QStringList>

#include <array>

namespace meridian::app {

namespace {

constexpr const char* english =
    "acorn actor album amber anchor angle apple apron arrow atlas autumn badge bagel bakery balcony "
    "bamboo banjo barley basil basket beach beaver bell bench berry bike birch blanket boat bonus book "
    "bottle branch brass bread breeze brick bridge broom brush bucket butter button cabin cactus camel "
    "canal candle canoe canvas carbon cargo carpet carrot castle cedar cello cherry chess circle citrus "
    "clay cliff clock cloud clover coast cobalt coffee comet compass copper coral cotton cousin crane "
    "crayon cricket crown crystal cube curtain dairy daisy dance delta desert diary dock dolphin donkey "
    "dragon drum eagle easel echo elbow elm ember engine fabric falcon farm feather fern ferry fiddle "
    "field flame flint flute forest fountain fox garden garlic gate ginger giraffe glacier globe glove "
    "grain granite grape gravel guitar hammer harbor harp hazel helmet hill honey horizon hotel igloo "
    "index ink iris island ivory jacket jasmine jelly jewel jungle kettle kite kitten ladder lagoon "
    "lake lantern lemon lily linen lion lizard lobster magnet mango maple marble market meadow melon "
    "mint mirror mitten moon mosaic mountain museum nectar needle nickel noodle north novel nutmeg oak "
    "oasis oat ocean olive onion orange orbit orchid otter owl oyster paddle panda paper parade parrot "
    "pasta peach pear pebble pencil pepper piano pigeon pillow pilot pine planet plum pocket pollen "
    "pond poppy potato prairie puzzle quartz quilt rabbit radio rain raven ribbon river robin rocket "
    "rope ruby saddle saffron sailor salad sandal satin scarf sculptor seal shadow shell silver sketch "
    "slope spoon spruce sunset tiger tulip tunnel turtle valley velvet violin walnut window ";

constexpr const char* russian =
    "абрикос адрес азбука айсберг аккорд актёр алмаз альбом ананас апрель арбуз арка астра атлас афиша "
    "багаж база балкон банан барабан барсук батон башня белка берег берёза бисер блокнот бобёр бокал "
    "борода ботинок брат брусника буква букет булка бусина вагон ваза валенок варежка василёк ведро "
    "веер велосипед веранда весло весна ветка ветер вечер вишня водопад ворона восток газета галка "
    "гамак гараж гвоздь герань гитара глина глобус голубь гора горох гранат графин гриб груша гусь дача "
    "двор дельфин деревня диван дождь долина дом дорога дуб дыня ёж ёлка енот железо жемчуг жираф жук "
    "журавль забор завод закат залив замок запад заря заяц звезда земля зебра зеркало зерно зима золото "
    "зонт игла изюм икра ирис июль кабан калина камень канал капля карась карта катер каштан квартет "
    "кедр кекс кисть клевер клён ключ книга ковёр колокол компас конверт копилка корабль корзина костёр "
    "кофе краска крыло кувшин кукла куст лавка лагуна ладонь лампа ландыш лебедь лев лента лес лето "
    "лиса лимон липа лист лодка ложка лошадь луна лыжи магнит май малина манго марка маршрут маяк мёд "
    "медведь мел метро мечта мишка море мост музей музыка мыло мята мяч небо невод норка носок облако "
    "овёс огурец озеро окно окунь олень орех орёл осень осина остров оттепель ошейник павлин пальма "
    "парус пекарь перец перо песок печать пианино пингвин пирог письмо платок плот поезд поле полка "
    "помидор пони порт почта пруд птица пшено пятка радуга ракета рассвет река репа ромашка роса роща "
    "рубин рука ручей рыба рысь рюкзак сад салют самолёт сахар свеча север сирень скрипка слива снег "
    "сова солнце сосна стол страус тайга ";

} // namespace

QStringList passphraseWords(domain::Language language) {
  return QString::fromUtf8(language == domain::Language::Ru ? russian : english)
      .split(u' ', Qt::SkipEmptyParts);
}

QString randomPassphrase(RandomSource& random, domain::Language language, int count) {
  const QStringList words = passphraseWords(language);
  QStringList chosen;
  for (int i = 0; i < count; ++i) {
    // One byte picks one of 256 words without bias.
    std::array<std::uint8_t, 1> byte{};
    random.fill(byte);
    chosen << words.at(byte[0]);
  }
  return chosen.join(u' ');
}

} // namespace meridian::app
