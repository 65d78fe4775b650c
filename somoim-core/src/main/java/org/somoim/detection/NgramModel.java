package org.somoim.detection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** Weights of n-grams for some categories, each a logistic regression over {@link Ngrams}. */
public final class NgramModel {
    private static final int MAGIC = 0x534D4E47;
    private static final int VERSION = 1;
    private static final int MOST_HEADS = 16;

    private final List<Head> heads;

    public NgramModel(List<Head> heads) {
        this.heads = List.copyOf(heads);
    }

    public List<Head> heads() {
        return heads;
    }

    /** @throws IOException also if it is not a model, or not the one that was written */
    public static NgramModel read(InputStream in) throws IOException {
        var checked = new CheckedInputStream(in, new CRC32());
        var data = new DataInputStream(checked);
        if (data.readInt() != MAGIC || data.readInt() != VERSION) {
            throw new IOException("This is not a model of n-grams, or one of another version.");
        }
        int count = data.readUnsignedByte();
        if (count > MOST_HEADS) {
            throw new IOException("The model of n-grams is damaged.");
        }
        var heads = new ArrayList<Head>();
        for (int i = 0; i < count; i++) {
            heads.add(Head.read(data));
        }
        long sum = checked.getChecksum().getValue();
        if (data.readLong() != sum || data.read() >= 0) {
            throw new IOException("The model of n-grams is damaged.");
        }
        return new NgramModel(heads);
    }

    public void write(OutputStream out) throws IOException {
        var checked = new CheckedOutputStream(out, new CRC32());
        var data = new DataOutputStream(checked);
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        data.writeByte(heads.size());
        for (Head head : heads) {
            head.write(data);
        }
        data.writeLong(checked.getChecksum().getValue());
        data.flush();
    }

    /** What it takes to tell one category. Weights are kept in a byte each, finer near zero, where most of them are. */
    public static final class Head {
        private static final int STEPS = 127;

        private final Category category;
        private final Map<Ngrams.Table, byte[]> weights;
        private final float largest;
        private final float bias;
        private final Platt platt;
        private final float[] values = new float[256];

        private Head(Category category, Map<Ngrams.Table, byte[]> weights, float largest, float bias, Platt platt) {
            this.category = category;
            this.weights = weights;
            this.largest = largest;
            this.bias = bias;
            this.platt = platt;
            for (int step = -STEPS; step <= STEPS; step++) {
                float part = step / (float) STEPS;
                values[step & 0xFF] = largest * part * Math.abs(part);
            }
        }

        /**
         * @param weights one for each bucket, of the writings that it can read
         * @param platt from what the weights say to log-odds
         */
        public static Head of(Category category, Map<Ngrams.Table, double[]> weights, double bias, Platt platt) {
            double largest = weights.values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            var bytes = new EnumMap<Ngrams.Table, byte[]>(Ngrams.Table.class);
            weights.forEach((table, exact) -> {
                var rounded = new byte[Ngrams.BUCKETS];
                for (int i = 0; i < rounded.length; i++) {
                    double step = STEPS * Math.sqrt(Math.abs(exact[i]) / Math.max(largest, Double.MIN_NORMAL));
                    rounded[i] = (byte) Math.copySign(Math.rint(step), exact[i]);
                }
                bytes.put(table, rounded);
            });
            return new Head(category, bytes, (float) largest, (float) bias, platt);
        }

        public Category category() {
            return category;
        }

        /** Whether there is anything in the text that it has learned to read. */
        boolean reads(Ngrams ngrams) {
            return weights.keySet().stream().anyMatch(table -> ngrams.has(table));
        }

        /** What the weights say, before it is made a probability. */
        public double score(Ngrams ngrams) {
            return bias + share(ngrams, ngrams);
        }

        public double probability(Ngrams ngrams) {
            return probabilityOf(score(ngrams));
        }

        public double probabilityOf(double score) {
            return platt.probability(score);
        }

        /** What a part of the text adds to the score of the whole, its pairs with other parts left out. */
        double share(Ngrams part, Ngrams whole) {
            double share = 0;
            for (Ngrams.Group group : Ngrams.Group.values()) {
                byte[] table = weights.get(group.table());
                int count = part.count(group);
                if (table != null && count > 0) {
                    int[] buckets = part.buckets(group);
                    float sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum += values[table[buckets[i]] & 0xFF];
                    }
                    share += sum * whole.factor(group);
                }
            }
            return share;
        }

        double slope() {
            return platt.slope();
        }

        private static Head read(DataInputStream data) throws IOException {
            int category = data.readUnsignedByte();
            if (category >= Category.values().length) {
                throw new IOException("The model of n-grams is damaged.");
            }
            float largest = data.readFloat();
            float bias = data.readFloat();
            double slope = data.readDouble();
            double offset = data.readDouble();
            int tables = data.readUnsignedByte();
            var weights = new EnumMap<Ngrams.Table, byte[]>(Ngrams.Table.class);
            for (Ngrams.Table table : Ngrams.Table.values()) {
                if ((tables & 1 << table.ordinal()) != 0) {
                    var bytes = new byte[Ngrams.BUCKETS];
                    data.readFully(bytes);
                    weights.put(table, bytes);
                }
            }
            try {
                return new Head(Category.values()[category], weights, largest, bias, new Platt(slope, offset));
            } catch (IllegalArgumentException e) {
                throw new IOException("The model of n-grams is damaged.", e);
            }
        }

        private void write(DataOutputStream data) throws IOException {
            data.writeByte(category.ordinal());
            data.writeFloat(largest);
            data.writeFloat(bias);
            data.writeDouble(platt.slope());
            data.writeDouble(platt.offset());
            int tables = 0;
            for (Ngrams.Table table : weights.keySet()) {
                tables |= 1 << table.ordinal();
            }
            data.writeByte(tables);
            for (byte[] bytes : weights.values()) {
                data.write(bytes);
            }
        }
    }
}
