package io.mokuroku.upstream.anidb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * An element of an answer, with what it contains.
 *
 * @param name its local name
 * @param attributes its attributes by local name
 * @param children the elements in it
 * @param text the text in it, but not in its elements
 */
record AniDbElement(String name, Map<String, String> attributes, List<AniDbElement> children, String text) {

	/** No answer is nested deeper than a few levels. */
	private static final int DEEPEST = 20;

	AniDbElement {
		attributes = Map.copyOf(attributes);
		children = List.copyOf(children);
	}

	/**
	 * Reads a document. Document types and entities other than XML's own are not read, so
	 * an answer cannot make this machine read files or ask other hosts.
	 * @throws IOException if it is no XML, or uses them
	 */
	static AniDbElement read(byte[] xml) throws IOException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
			try {
				return root(reader);
			}
			finally {
				reader.close();
			}
		}
		catch (XMLStreamException ex) {
			throw new IOException("not the expected XML", ex);
		}
	}

	private static AniDbElement root(XMLStreamReader reader) throws XMLStreamException, IOException {
		Deque<Open> open = new ArrayDeque<>();
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (open.size() == DEEPEST) {
						throw new IOException("XML nested deeper than " + DEEPEST);
					}
					open.push(new Open(reader));
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
					if (!open.isEmpty()) {
						open.getFirst().text.append(reader.getText());
					}
				}
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw new IOException("XML with a document type or an entity");
				case XMLStreamConstants.END_ELEMENT -> {
					AniDbElement element = open.pop().closed();
					if (open.isEmpty()) {
						return element;
					}
					open.getFirst().children.add(element);
				}
				default -> {
					// comments and the like say nothing
				}
			}
		}
		throw new IOException("XML without an element");
	}

	/** The first child of a name. */
	Optional<AniDbElement> child(String wanted) {
		return children(wanted).stream().findFirst();
	}

	/** The children of a name. */
	List<AniDbElement> children(String wanted) {
		return this.children.stream().filter((child) -> child.name.equals(wanted)).toList();
	}

	/** The items of a list that is an element of its own. */
	List<AniDbElement> items(String list, String item) {
		return child(list).map((element) -> element.children(item)).orElse(List.of());
	}

	/** The text of the first child of a name; null if it says nothing. */
	@Nullable String textOf(String wanted) {
		return child(wanted).map(AniDbElement::words).orElse(null);
	}

	/** The text; its grave accents stand for apostrophes. Null if it says nothing. */
	@Nullable String words() {
		String words = Values.text(this.text);
		return (words != null) ? words.replace('`', '\'') : null;
	}

	/** Whether it has an id as AniDB gives them. */
	boolean hasId() {
		return attribute("id").matches("[1-9]\\d{0,17}");
	}

	/** An attribute, empty if it is missing. */
	String attribute(String wanted) {
		return this.attributes.getOrDefault(wanted, "");
	}

	private static final class Open {

		private final String name;

		private final Map<String, String> attributes = new HashMap<>();

		private final List<AniDbElement> children = new ArrayList<>();

		private final StringBuilder text = new StringBuilder();

		private Open(XMLStreamReader reader) {
			this.name = reader.getLocalName();
			for (int i = 0; i < reader.getAttributeCount(); i++) {
				this.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
			}
		}

		private AniDbElement closed() {
			return new AniDbElement(this.name, this.attributes, this.children, this.text.toString());
		}

	}

}
