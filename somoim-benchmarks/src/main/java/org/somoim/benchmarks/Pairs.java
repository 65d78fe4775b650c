package org.somoim.benchmarks;

/** People and groups that they do not belong to yet, each pair once. */
final class Pairs {
    private int taken;

    Pair next() {
        while (taken < Town.PEOPLE * Town.GROUPS) {
            int person = taken % Town.PEOPLE;
            int group = taken / Town.PEOPLE;
            taken++;
            if (person < group || person >= group + Town.MEMBERS) {
                return new Pair(person, group);
            }
        }
        throw new IllegalStateException("everybody is in every group; measure for a shorter time");
    }

    /** Places in the order of accounts and of groups. */
    record Pair(int person, int group) {}
}
