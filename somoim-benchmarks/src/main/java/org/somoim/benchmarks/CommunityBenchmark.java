package org.somoim.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.somoim.groups.Membership;
import org.somoim.kernel.Page;
import org.somoim.posts.Post;
import org.somoim.posts.ShownPost;

/** Three calls that a community lives on, each with the library and by hand. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CommunityBenchmark {

    @Benchmark
    public Post writeAPostLibrary(Library library) {
        return library.write();
    }

    @Benchmark
    public int writeAPostPlain(Plain plain) throws SQLException {
        return plain.write();
    }

    @Benchmark
    public Page<ShownPost> readAPageLibrary(Library library) {
        return library.page();
    }

    @Benchmark
    public int readAPagePlain(Plain plain) throws SQLException {
        return plain.page();
    }

    @Benchmark
    public Membership joinAGroupLibrary(Library library) {
        return library.join();
    }

    @Benchmark
    public int joinAGroupPlain(Plain plain) throws SQLException {
        return plain.join();
    }
}
