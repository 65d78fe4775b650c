package org.somoim.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;

@Covers("CAL-1")
class QrCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "http://127.0.0.1:8080/calendar/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789.ics",
                "https://소모임.example/달력"
            })
    void whatIsReadFromThePictureIsWhatWasDrawn(String text) throws Exception {
        List<String> rows = QrCode.of(text).rows();
        var cells = new boolean[rows.size()][rows.size()];
        for (int y = 0; y < rows.size(); y++) {
            assertThat(rows.get(y)).hasSize(rows.size()).matches("[01]+");
            for (int x = 0; x < rows.size(); x++) {
                cells[y][x] = rows.get(y).charAt(x) == '1';
            }
        }

        assertThat(new Decoder().decode(cells).getText()).isEqualTo(text);
    }

    @Test
    void whatIsTooLongForAnyPictureIsRefused() {
        String text = "x".repeat(3_000);

        assertThatThrownBy(() -> QrCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
