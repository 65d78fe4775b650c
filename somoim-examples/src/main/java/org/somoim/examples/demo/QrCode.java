package org.somoim.examples.demo;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.somoim.http.wire.View;

/**
 * A text as a picture for telephones (ISO/IEC 18004, level M), without the margin of four cells that belongs around it.
 *
 * @param rows from above; in each, {@code 1} for a dark cell and {@code 0} for a light one
 */
record QrCode(List<String> rows) implements View {

    private static final Map<EncodeHintType, Object> IN_UTF_8 = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");

    /** @throws IllegalArgumentException if the text is too long for any such picture */
    static QrCode of(String text) {
        ByteMatrix cells;
        try {
            // What is not of Latin 1 would be drawn as question marks, unless the picture says that it is UTF-8.
            cells = Encoder.encode(text, ErrorCorrectionLevel.M, isAscii(text) ? Map.of() : IN_UTF_8)
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < cells.getHeight(); y++) {
            var row = new StringBuilder();
            for (int x = 0; x < cells.getWidth(); x++) {
                row.append(cells.get(x, y));
            }
            rows.add(row.toString());
        }
        return new QrCode(rows);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(one -> one < 128);
    }
}
