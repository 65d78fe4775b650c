package org.somoim.detection;

/**
 * Letters that look like a letter of ASCII, for what NFKD leaves as it is: mostly Cyrillic, Greek, Armenian, Cherokee and the
 * phonetic alphabet. After the idea of Unicode Technical Standard 39, without its whole table: what is here can be typed and
 * looks the part. Text that is Russian or Greek becomes unreadable, which costs nothing, as no model here reads it.
 */
final class Confusables {
    private static final String[] ALIKE = {
        "a", "АаΑαɑᴀⱥȺᎪꓮ∀ӕæÆ",
        "b", "ВвЬьБβΒƀɓʙᏴᗷꓐЪъƅ",
        "c", "СсϹϲƈɔᴄᏟꓚℂ¢Ҫҫ",
        "d", "ԁԂđĐɗɖᴅᎠꓓðÐժ",
        "e", "ЕеЄєΕεɛəɘᴇᎬꓰҽɇɆ℮Ээϵℇ",
        "f", "ƒϜϝꓝғҒᖴſꜰք",
        "g", "ɡɢցԌԍᏀꓖǥǤ",
        "h", "НнΗһҺհʜᎻꓧħĦӉӊћ",
        "i", "ІіΙιıɪɩӀӏᎥꓲľ׀∣Ӏɨ¡",
        "j", "ЈјϳʝɉᎫꓙյ",
        "k", "КкΚκᴋᏦꓗƙҝҜқҚӃӄ",
        "l", "ʟᏞꓡłŁƚɫ∟լ",
        "m", "МмΜɱᴍᎷꓟϺӍӎ",
        "n", "ΝηոռɴꓠИиПпπƞɲйЙ",
        "o", "ОоΟοσօᴏꓳøØɵθΘѳѲӨө◯○●",
        "p", "РрΡρᴘᏢꓑƥþÞҏҎ",
        "q", "ԛԚɋգզ",
        "r", "ГгᴦɼɽʀᖇꓣɾяЯᎡ",
        "s", "ЅѕʂꜱᏚꓢ§ꚂȿՏ",
        "t", "ТтΤτᴛᎢꓔŧŦƭƬ†ҭҬ",
        "u", "υμսᴜꓴՍʊцЦ∪",
        "v", "νѵѴᴠᏙꓦ∨ʋ",
        "w", "ԝԜωшШщЩᴡᎳꓪѡѠɯ",
        "x", "ХхΧχᕁꓫ×ҳҲ",
        "y", "УуΥγүҮʏᎩꓬʎɏɎýҰұў",
        "z", "ΖζᴢᏃꓜʐʑƶƵʒ",
    };

    private static final char[] LETTER = new char[1 << Character.SIZE];

    static {
        for (int i = 0; i < ALIKE.length; i += 2) {
            for (char looks : ALIKE[i + 1].toCharArray()) {
                LETTER[looks] = ALIKE[i].charAt(0);
            }
        }
    }

    private Confusables() {}

    /** @return what it looks like, or itself */
    static char plain(char c) {
        char letter = LETTER[c];
        return letter == 0 ? c : letter;
    }

    /** Letters in squares and circles that NFKD does not take out of them, and flags, which are made of letters. */
    static int unboxed(int codePoint) {
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return 'a' + codePoint - 0x1F150;
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return 'a' + codePoint - 0x1F170;
        }
        return codePoint;
    }
}
