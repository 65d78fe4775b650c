package org.somoim.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.somoim.detection.NgramModel;
import org.somoim.detection.Platt;

/**
 * Writes the weights that come with the library, from the parts of the sets that are there to be trained on. The same sets
 * give the same file, bit for bit.
 */
public final class Train {
    static final String MODEL = "somoim-core/src/main/resources/org/somoim/detection/ngrams.model";

    static final String NOTICE = "somoim-core/src/main/resources/META-INF/NOTICE";

    private Train() {}

    /** @param arguments the folder of the sets, and the root of this repository; what follows is not for this */
    public static void main(String[] arguments) throws IOException {
        Path sets = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]).resolve(MODEL);
        NgramModel model = model(sets);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        Path notice = Path.of(arguments[1]).resolve(NOTICE);
        Files.createDirectories(notice.getParent());
        Files.writeString(notice, Credit.notice());
        System.out.println(file.toAbsolutePath().normalize() + ": " + Files.size(file) + " bytes");
    }

    static NgramModel model(Path sets) throws IOException {
        var heads = new ArrayList<NgramModel.Head>();
        for (Recipe recipe : Recipe.SHIPPED) {
            Fit fit = recipe.fit(sets);
            Platt platt = Platt.fit(fit.unseen(recipe.category()), fit.outcomes());
            heads.add(fit.head(recipe.category(), platt));
            System.out.printf(
                    "%s: %,d texts, slope %.3f, offset %.3f%n",
                    recipe.category(), fit.size(), platt.slope(), platt.offset());
        }
        return new NgramModel(heads);
    }
}
