package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.word.internal.Messages;

/**
 * The parts of a Word document that hold text, read from a file that is left as it is. Nothing that a document names outside of itself is
 * ever opened.
 *
 * @param container where they stand
 * @param document the main part
 * @param notes footnotes, endnotes, headers, footers, comments and lists, in this order
 * @param styles the part of styles
 * @param settings the part of settings
 * @param sources the part with the works that Word cites; empty where there is none
 * @param signed whether somebody signed it
 * @param unread parts that are named and could not be read
 */
public record WordPackage(
        Container container,
        PartText document,
        List<Related> notes,
        Optional<PartText> styles,
        Optional<PartText> settings,
        Optional<PartText> sources,
        boolean signed,
        List<Unread> unread) {

    private static final String OFFICE = "/officeDocument";

    /** The root of the part with sources (ECMA-376 part 1, 22.6). */
    private static final Pattern SOURCES = Pattern.compile("<(?:[\\w.-]+:)?Sources\\b[^>]*officeDocument(?:/2006)?/bibliography[\"']");

    /** What a part beside the text is for. */
    public enum Use {
        FOOTNOTES("/footnotes"),
        ENDNOTES("/endnotes"),
        HEADER("/header"),
        FOOTER("/footer"),
        COMMENTS("/comments"),
        NUMBERING("/numbering");

        private final String relation;

        Use(String relation) {
            this.relation = relation;
        }
    }

    /** A part that the main part names, and what for. */
    public record Related(Use use, PartText part) {}

    /**
     * A part that could not be read.
     *
     * @param relation the end of the type by which the main part names it, such as {@code /comments}
     * @param reason its name and why, for a message
     */
    public record Unread(String relation, String reason) {
        public boolean is(Use use) {
            return relation.equals(use.relation);
        }
    }

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
        } catch (InvalidFormatException | ZipException | OpenXML4JRuntimeException | IllegalArgumentException | IllegalStateException e) {
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
        Bounds bounds = new Bounds();
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
            document = text(main, bounds);
        } catch (CharacterCodingException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.unreadablePart, file, name(main)), e);
        }
        List<Unread> unread = new ArrayList<>();
        List<Related> notes = new ArrayList<>();
        for (Use use : Use.values()) {
            for (PartText part : related(main, use.relation, bounds, unread)) {
                // a part that is named twice is read for its first use
                if (!part.name().equals(document.name()) && notes.stream().noneMatch(other -> other.part().name().equals(part.name()))) {
                    notes.add(new Related(use, part));
                }
            }
        }
        return new WordPackage(
                container, document, notes, related(main, "/styles", bounds, unread).stream().findFirst(),
                related(main, "/settings", bounds, unread).stream().findFirst(), sources(main, bounds), signed, unread);
    }

    /** Parts for the use of other programs, which this one is among, may hold anything. */
    private static Optional<PartText> sources(PackagePart main, Bounds bounds) throws InvalidFormatException {
        return related(main, "/customXml", bounds, new ArrayList<>()).stream().filter(part -> SOURCES.matcher(part.text()).find()).findFirst();
    }

    private static boolean isWord(String contentType) {
        return contentType.contains("wordprocessingml") || contentType.contains("ms-word");
    }

    private static List<PartText> related(PackagePart main, String kind, Bounds bounds, List<Unread> unread)
            throws InvalidFormatException {
        List<PartText> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PackageRelationship relation : main.getRelationships()) {
            if (relation.getTargetMode() == TargetMode.INTERNAL && relation.getRelationshipType().endsWith(kind)) {
                try {
                    PackagePart part = main.getRelatedPart(relation);
                    if (part != null && seen.add(name(part))) {
                        found.add(text(part, bounds));
                    }
                } catch (IOException | InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException e) {
                    unread.add(new Unread(kind, relation.getTargetURI() + ": " + firstLine(e)));
                }
            }
        }
        return found;
    }

    private static PartText text(PackagePart part, Bounds bounds) throws IOException {
        return PartText.decode(name(part), bounds.read(part));
    }

    private static String name(PackagePart part) {
        return part.getPartName().getName();
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
