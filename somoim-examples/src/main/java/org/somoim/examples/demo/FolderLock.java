package org.somoim.examples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StartFailure;

/**
 * Keeps a folder to one demo at a time, also between programs. The library itself would let two programs share a file; two
 * demos on one town would only puzzle whoever looks.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartFailure if another demo has the folder, or nothing can be written there */
    static FolderLock take(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        "Another demo is running in this folder.",
                        folder.toString(),
                        "Two at a time would change the same town.",
                        "Stop the other one with Ctrl-C, or choose another folder with -D" + DemoSettings.FOLDER
                                + "=... .",
                        null);
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder of the demo cannot be written to.",
                    folder.toString(),
                    "The demo keeps its database there.",
                    "Choose another one with -D" + DemoSettings.FOLDER + "=... .",
                    e);
        }
    }

    /** Null if someone else has it, in this program or another. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProgram) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
