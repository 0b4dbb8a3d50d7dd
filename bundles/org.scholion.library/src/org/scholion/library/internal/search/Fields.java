package org.scholion.library.internal.search;

/** The names of the fields of the index, of Lucene and of Solr alike. */
final class Fields {

    /** Unique in a source; of entries and of their passages. */
    static final String KEY = "key";

    /** Of entries alone: the key, by which they are replaced. */
    static final String ENTRY = "entry";

    /** The reference as JSON; stored. */
    static final String REFERENCE = "reference";

    /** What the entry was made of, so that an unchanged one is known. */
    static final String HASH = "hash";

    /** The place in the source. */
    static final String POSITION = "position";

    /** All that is known. */
    static final String TEXT = "text";

    static final String TITLE = "title";
    static final String ABSTRACT = "abstract";

    /** Names of authors and editors. */
    static final String PEOPLE = "people";

    /** Family names, folded, as they are: for filters and facets. */
    static final String FAMILY = "family";

    static final String YEAR = "year";
    static final String TYPE = "type";

    /** Each group and the groups around it. */
    static final String GROUP = "group";

    /** {@code yes} where there is a document. */
    static final String DOCUMENT = "document";

    static final String VECTOR = "vector";

    /** Of passages: their text, page and vector. */
    static final String PASSAGE = "passage";

    static final String PAGE = "page";
    static final String PASSAGE_VECTOR = "passageVector";

    /** Of the first passage of a document, and of documents without any: what tells the document from another. */
    static final String DOCUMENT_STAMP = "documentStamp";

    /** Of Solr alone: the key of a document, the source and the encoder of an entry, and names as they are, for facets. */
    static final String ID = "id";

    static final String SOURCE = "source";
    static final String ENCODER = "encoder";
    static final String FAMILY_NAME = "familyName";
    static final String GROUP_NAME = "groupName";

    private Fields() {}
}
