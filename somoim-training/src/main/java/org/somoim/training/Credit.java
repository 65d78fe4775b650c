package org.somoim.training;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whom a set that weights may be shipped from is owed to.
 *
 * @param what its name and who made it, as far as that is known
 */
record Credit(String what, Licence licence) {

    /** Those that allow passing on what was learned, as long as it is said from what. */
    enum Licence {
        MIT("MIT License"),
        CC_BY("Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/");

        private final String name;

        Licence(String name) {
            this.name = name;
        }
    }

    /** By the name of the set. A set that is not here is for measuring only. */
    static Map<String, Credit> all() {
        return new TreeMap<>(Map.of(
                "crypto-scam",
                new Credit("posts about crypto-currencies, labelled for scams", Licence.MIT),
                "curse-ko",
                new Credit("Korean comments, labelled for cursing", Licence.MIT),
                "davidson",
                new Credit(
                        "T. Davidson, D. Warmsley, M. Macy, I. Weber: Automated Hate Speech Detection and the Problem of"
                                + " Offensive Language (2017)",
                        Licence.MIT),
                "surge-toxicity",
                new Credit("Surge AI: Toxicity Dataset", Licence.MIT),
                "smishing",
                new Credit(
                        "S. Mishra, D. Soni: SMS Phishing Dataset for Machine Learning and Pattern Recognition (2022)",
                        Licence.CC_BY),
                "sms-spam",
                new Credit("T. Almeida, J. Hidalgo: SMS Spam Collection (2012)", Licence.CC_BY),
                "youtube-spam",
                new Credit("T. Alberto, J. Lochter: YouTube Spam Collection (2015)", Licence.CC_BY)));
    }

    /** What goes with the weights. */
    static String notice() {
        return """
                Somoim

                The weights in org/somoim/detection/ngrams.model were computed from the training parts of the sets below. None
                of their texts is contained in them. Changes: texts were hardened, counted as hashed n-grams and reduced to one
                number for each bucket.

                """
                + all().entrySet().stream()
                        .map(it -> "- " + it.getKey() + ": " + it.getValue().what + ". " + it.getValue().licence.name
                                + ".")
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
