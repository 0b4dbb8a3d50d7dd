package org.scholion.manuscript.word.internal.opc;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;

/** Names of parts as POI makes them of the names of entries. */
final class PartNames {

    static final String CONTENT_TYPES = "/[Content_Types].xml";

    private PartNames() {}

    /** The name of the part that stands in an entry of the package; some programs write backslashes, spaces or letters beyond ASCII. */
    static String ofEntry(String entry) {
        String slashes = entry.replace('\\', '/');
        String name = slashes.startsWith("/") ? slashes : "/" + slashes;
        if (name.equals(CONTENT_TYPES)) {
            return name;
        }
        try {
            return PackagingURIHelper.createPartName(name).getName();
        } catch (InvalidFormatException | IllegalArgumentException e) {
            // an entry that is no part, such as a folder
            return name;
        }
    }
}
