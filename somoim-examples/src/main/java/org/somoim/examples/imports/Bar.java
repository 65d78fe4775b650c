package org.somoim.examples.imports;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.somoim.imports.Progress;

/** A bar that fills up. What was refused is told below it at the end, the first hundred rows of it. */
final class Bar implements ImportCommand.Shown {
    private static final int MOST_TOLD = 100;
    private static final int WIDTH = 80;

    private final PrintStream out;
    private final ProgressBar bar;
    private final List<Refused> refused = new ArrayList<>();
    private boolean isClosed;

    Bar(long rows, PrintStream out) {
        this.out = out;
        bar = new ProgressBarBuilder()
                .setTaskName("Rows")
                .setInitialMax(rows)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }

    @Override
    public void reached(Progress.Tally tally) {
        bar.stepTo(tally.rows());
    }

    @Override
    public void refused(Refused row) {
        if (refused.size() < MOST_TOLD) {
            refused.add(row);
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            bar.close();
            refused.forEach(row -> ImportCommand.tell(row, out));
        }
    }
}
