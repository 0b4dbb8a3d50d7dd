package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/** The pictures inside a Word document; those that stand elsewhere are never looked for. */
public final class Pictures {

    private static final String IMAGE = "/image";

    private Pictures() {}

    /**
     * The names of the parts that hold pictures, by the name of the part that shows them and the id that it knows them under.
     *
     * @throws IOException when the package cannot be read
     */
    public static Map<String, Map<String, String>> names(Container container) throws IOException {
        return with(container, opened -> {
            Map<String, Map<String, String>> names = new HashMap<>();
            for (PackagePart part : opened.getParts()) {
                if (part.isRelationshipPart() || !part.hasRelationships()) {
                    continue;
                }
                for (PackageRelationship relation : part.getRelationships()) {
                    if (relation.getTargetMode() == TargetMode.INTERNAL && relation.getRelationshipType().endsWith(IMAGE)) {
                        names.computeIfAbsent(part.getPartName().getName(), name -> new HashMap<>())
                                .put(relation.getId(), relation.getTargetURI().getPath());
                    }
                }
            }
            return names;
        });
    }

    /**
     * The content of a picture.
     *
     * @param name of its part
     * @throws IOException when there is none, it cannot be read, or it is larger than any part of a document
     */
    public static byte[] bytes(Container container, String name) throws IOException {
        return with(container, opened -> {
            PackagePart part = opened.getPart(PackagingURIHelper.createPartName(name));
            if (part == null) {
                throw new IOException(container.file() + ": " + name);
            }
            return new Bounds().read(part);
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(OPCPackage opened) throws IOException, OpenXML4JException;
    }

    private static <T> T with(Container container, Use<T> use) throws IOException {
        OPCPackage opened = null;
        try {
            opened = container.opc();
            return use.of(opened);
        } catch (InvalidFormatException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(container.file() + ": " + e.getMessage(), e);
        } finally {
            if (opened != null) {
                // closes without writing
                opened.revert();
            }
        }
    }
}
