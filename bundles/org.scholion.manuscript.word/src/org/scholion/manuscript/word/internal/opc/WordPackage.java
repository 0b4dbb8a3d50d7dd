package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.word.internal.Messages;

/**
 * The parts of a Word document that hold text, read from a file that is left as it is. Nothing that a document names outside of itself is
 * ever opened.
 *
 * @param container where they stand
 * @param document the main part
 * @param notes footnotes, endnotes, headers, footers and comments, in this order
 * @param styles the part of styles
 * @param settings the part of settings
 * @param signed whether somebody signed it
 * @param unread names of parts that could not be read, with the reason
 */
public record WordPackage(
        Container container,
        PartText document,
        List<Related> notes,
        Optional<PartText> styles,
        Optional<PartText> settings,
        boolean signed,
        List<String> unread) {

    private static final String OFFICE = "/officeDocument";
    private static final long MOST_BYTES_OF_PART = 400L << 20;
    private static final int MOST_PARTS = 50_000;
    private static final double LEAST_INFLATION = 0.002;

    static {
        // one part, unpacked; a real thesis of 10,000 pages has 60 MB of text in its main part
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_PART);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        // text of Word packs to a hundredth; what packs to less than this was made to fill the memory
        ZipSecureFile.setMinInflateRatio(LEAST_INFLATION);
    }

    /** What a part with text is for. */
    public enum Use {
        FOOTNOTES("/footnotes"),
        ENDNOTES("/endnotes"),
        HEADER("/header"),
        FOOTER("/footer"),
        COMMENTS("/comments");

        private final String relation;

        Use(String relation) {
            this.relation = relation;
        }
    }

    /** A part that the main part names, and what for. */
    public record Related(Use use, PartText part) {}

    public WordPackage {
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
    }

    /**
     * Reads a document.
     *
     * @throws ManuscriptException when it is no Word document, or its main part cannot be read; the message says which
     */
    public static WordPackage read(Container container) throws ManuscriptException {
        Path file = container.file();
        OPCPackage opened = null;
        try {
            opened = container.opc();
            return read(container, opened);
        } catch (InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException | IllegalStateException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.notAPackage, file, firstLine(e)), e);
        } catch (IOException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.unreadable, file, firstLine(e)), e);
        } finally {
            if (opened != null) {
                // closes without writing
                opened.revert();
            }
        }
    }

    private static WordPackage read(Container container, OPCPackage opened)
            throws IOException, InvalidFormatException, ManuscriptException {
        Path file = container.file();
        PackagePart main = null;
        boolean signed = false;
        for (PackageRelationship relation : opened.getRelationships()) {
            signed |= relation.getRelationshipType().endsWith("/digital-signature/origin");
            if (relation.getRelationshipType().endsWith(OFFICE) && relation.getTargetMode() == TargetMode.INTERNAL) {
                main = opened.getPart(relation);
            }
        }
        if (main == null || !isWord(main.getContentType())) {
            throw new ManuscriptException(file, NLS.bind(Messages.noDocument, file));
        }
        PartText document;
        try {
            document = text(main);
        } catch (CharacterCodingException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.unreadablePart, file, name(main)), e);
        }
        List<String> unread = new ArrayList<>();
        List<Related> notes = new ArrayList<>();
        for (Use use : Use.values()) {
            for (PartText part : related(main, use.relation, unread)) {
                notes.add(new Related(use, part));
            }
        }
        return new WordPackage(
                container, document, notes, related(main, "/styles", unread).stream().findFirst(),
                related(main, "/settings", unread).stream().findFirst(), signed, unread);
    }

    private static boolean isWord(String contentType) {
        return contentType.contains("wordprocessingml") || contentType.contains("ms-word");
    }

    private static List<PartText> related(PackagePart main, String kind, List<String> unread) throws InvalidFormatException {
        List<PartText> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PackageRelationship relation : main.getRelationships()) {
            if (relation.getTargetMode() == TargetMode.INTERNAL && relation.getRelationshipType().endsWith(kind)) {
                try {
                    PackagePart part = main.getRelatedPart(relation);
                    if (part != null && seen.add(name(part))) {
                        found.add(text(part));
                    }
                } catch (IOException | InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException e) {
                    unread.add(relation.getTargetURI() + ": " + firstLine(e));
                }
            }
        }
        return found;
    }

    private static PartText text(PackagePart part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return PartText.decode(name(part), in.readAllBytes());
        }
    }

    private static String name(PackagePart part) {
        return part.getPartName().getName();
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
