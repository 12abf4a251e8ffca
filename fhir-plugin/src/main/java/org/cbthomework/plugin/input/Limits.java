package org.cbthomework.plugin.input;

import org.springframework.core.env.PropertyResolver;

/**
 * How much of anything is taken.
 *
 * @param resourceBytes of a body that is one resource or a patch, after unpacking
 * @param bundleBytes of a body that is a Bundle, or a resource that holds a file
 * @param formBytes of a search that is sent as a form
 * @param depth how many objects, arrays or elements contain one another
 * @param items values of a JSON document, or elements of an XML document, that is one resource
 * @param bundleItems the same of a Bundle
 * @param textLength characters of a string
 * @param numberLength characters of a number
 * @param exponent the largest power of ten of a number, either way
 * @param copies of a JSON Patch
 * @param entries of a Bundle
 * @param parameters of a search
 * @param parameterLength characters of one of them
 * @param chains references that a search follows, all in all
 * @param page matches on a page
 */
record Limits(
        int resourceBytes,
        int bundleBytes,
        int formBytes,
        int depth,
        int items,
        int bundleItems,
        int textLength,
        int numberLength,
        int exponent,
        int copies,
        int entries,
        int parameters,
        int parameterLength,
        int chains,
        int page) {

    private static final int KI = 1024;

    static final Limits DEFAULT = new Limits(
            KI * KI, 16 * KI * KI, 64 * KI, 100, 50_000, 800_000, KI * KI, 40, 30, 3, 2000, 50, 8 * KI, 10, 1000);

    static Limits read(PropertyResolver settings) {
        return new Limits(
                read(settings, "resource-bytes", DEFAULT.resourceBytes),
                read(settings, "bundle-bytes", DEFAULT.bundleBytes),
                read(settings, "form-bytes", DEFAULT.formBytes),
                read(settings, "depth", DEFAULT.depth),
                read(settings, "items", DEFAULT.items),
                read(settings, "bundle-items", DEFAULT.bundleItems),
                read(settings, "text-length", DEFAULT.textLength),
                read(settings, "number-length", DEFAULT.numberLength),
                read(settings, "exponent", DEFAULT.exponent),
                read(settings, "copies", DEFAULT.copies),
                read(settings, "entries", DEFAULT.entries),
                read(settings, "parameters", DEFAULT.parameters),
                read(settings, "parameter-length", DEFAULT.parameterLength),
                read(settings, "chains", DEFAULT.chains),
                read(settings, "page", DEFAULT.page));
    }

    private static int read(PropertyResolver settings, String name, int usual) {
        String text = settings.getProperty("cbt-homework.input." + name, String.valueOf(usual));
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit > 0 && limit < Integer.MAX_VALUE) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as for one that is out of range.
        }
        throw new IllegalArgumentException("cbt-homework.input." + name + " is '" + text
                + "', which is no limit; use a whole number above 0 such as " + usual + ", or leave it out");
    }
}
