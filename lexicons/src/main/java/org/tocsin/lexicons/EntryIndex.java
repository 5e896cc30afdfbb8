package org.tocsin.lexicons;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * The Lucene index of entries: one document each in pack order, the entry itself as stored form.
 */
final class EntryIndex {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "pack",
          "category",
          "language",
          "match",
          "query",
          "mode",
          "severity",
          "status",
          "meaning",
          "benign",
          "source");
  private static final String STORED = "entry";
  private static final int MOST = 1000;

  /** Words of a name: how long the name is says nothing. */
  private static final FieldType NAME = new FieldType();

  static {
    NAME.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    NAME.setOmitNorms(true);
    NAME.freeze();
  }

  private EntryIndex() {}

  /** Writes the entries of all packs into an empty directory. */
  static void write(List<Pack> packs, Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new StandardAnalyzer())
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setUseCompoundFile(true)
            .setRAMBufferSizeMB(512);
    RecordCodec codec = new RecordCodec();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Pack pack : packs) {
        for (Entry entry : pack.entries()) {
          writer.addDocument(document(entry, codec));
        }
      }
    }
  }

  private static Document document(Entry entry, RecordCodec codec) throws IOException {
    Document document = new Document();
    name(document, "id", entry.id());
    name(document, "pack", entry.pack());
    name(document, "category", entry.category().name());
    name(document, "language", String.join(" ", entry.languages()));
    entry.match().forEach(phrase -> text(document, "match", phrase));
    text(document, "query", Objects.requireNonNullElse(entry.query(), ""));
    name(document, "mode", entry.mode().name());
    name(document, "severity", entry.severity().name());
    name(document, "status", entry.status().name());
    text(document, "meaning", entry.meaning());
    entry.benign().forEach(sense -> text(document, "benign", sense));
    text(document, "source", entry.source());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    codec.write(new DataOutputStream(bytes), entry);
    document.add(new StoredField(STORED, bytes.toByteArray()));
    return document;
  }

  private static void text(Document document, String field, String value) {
    document.add(new TextField(field, value, Field.Store.NO));
  }

  private static void name(Document document, String field, String value) {
    document.add(new Field(field, value, NAME));
  }

  /** All entries in the order in which they were written. */
  static List<Entry> entries(DirectoryReader reader) throws IOException {
    RecordCodec codec = new RecordCodec();
    List<Entry> entries = new ArrayList<>(reader.maxDoc());
    for (LeafReaderContext leaf : reader.leaves()) {
      // Made for reading all in order: each block is unpacked once, not once for each document.
      StoredFieldsReader stored =
          ((CodecReader) leaf.reader()).getFieldsReader().getMergeInstance();
      for (int i = 0; i < leaf.reader().maxDoc(); i++) {
        DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor();
        stored.document(i, visitor);
        entries.add(entry(visitor.getDocument(), codec));
      }
    }
    return entries;
  }

  private static Entry entry(Document document, RecordCodec codec) throws IOException {
    BytesRef bytes = document.getBinaryValue(STORED);
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return (Entry) Objects.requireNonNull(codec.read(in, Entry.class), "an entry");
  }

  /** The entries that a query finds, the best first; words without a field are sought in all. */
  static List<Entry> search(DirectoryReader reader, String words) throws IOException {
    try {
      StandardQueryParser parser = new StandardQueryParser(new StandardAnalyzer());
      parser.setMultiFields(FIELDS.toArray(new String[0]));
      IndexSearcher searcher = new IndexSearcher(reader);
      RecordCodec codec = new RecordCodec();
      List<Entry> entries = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(parser.parse(words, null), MOST).scoreDocs) {
        entries.add(entry(searcher.storedFields().document(hit.doc), codec));
      }
      return entries;
    } catch (QueryNodeException e) {
      throw new IllegalArgumentException("the search cannot be read: " + e.getMessage(), e);
    }
  }
}
