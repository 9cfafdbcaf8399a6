package dev.plumbline.plan;

/** One line of a {@link CatalogText}: {@code key} says what it speaks of, {@code place} where it stands among the others. */
public record CatalogLine(String key, String place, String text) implements Comparable<CatalogLine> {
    @Override
    public int compareTo(CatalogLine other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : key.compareTo(other.key);
    }
}
