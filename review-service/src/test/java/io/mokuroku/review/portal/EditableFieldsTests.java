package io.mokuroku.review.portal;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class EditableFieldsTests {

	@Test
	void knowsWhereEveryFieldOfTheSchemaLies() {
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#19");
		assertThat(EditableFields.ALL).hasSizeGreaterThan(25)
			.allSatisfy((field) -> assertThat(field.value().apply(entry)).isNotNull());
	}

	@Test
	void readsHowAFieldIsWrittenFromTheSchema() {
		assertThat(field("title")).returns(EditableField.Kind.LINE, EditableField::kind)
			.returns(false, EditableField::mayBeEmpty);
		assertThat(field("synopsis")).returns(EditableField.Kind.TEXT, EditableField::kind)
			.returns(true, EditableField::mayBeEmpty);
		assertThat(field("genres").kind()).isEqualTo(EditableField.Kind.LINES);
		assertThat(field("episodes").kind()).isEqualTo(EditableField.Kind.NUMBER);
		assertThat(field("adult").options()).containsExactly("yes", "no");
		assertThat(field("season").options()).contains("WINTER", "");
		assertThat(field("broadcast").kind()).isEqualTo(EditableField.Kind.SLOT);
	}

	@Test
	void namesFieldsOfProvenanceAsTheFormDoes() {
		assertThat(EditableFields.labelOf("titles.main")).isEqualTo("Title");
		assertThat(EditableFields.labelOf("media.externalLinks")).isEqualTo("External links");
	}

	private static EditableField field(String name) {
		return EditableFields.find(name).orElseThrow();
	}

}
