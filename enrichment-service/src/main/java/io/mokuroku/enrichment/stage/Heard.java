package io.mokuroku.enrichment.stage;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Who was heard by a stage.
 *
 * @param stage the stage
 * @param sources the providers whose answers it had, sorted
 * @param errors codes of what was missing in answers, sorted
 * @param asked whether anybody was asked for this stage
 */
public record Heard(Stage stage, List<Provider> sources, List<String> errors, boolean asked) {

	public Heard {
		sources = List.copyOf(sources);
		errors = List.copyOf(errors);
	}

	/** Whether a provider can say anything that a stage collects. */
	public static boolean knowsOf(Provider provider, Stage stage) {
		return switch (stage) {
			case METADATA, MEDIA, RELATIONS -> true;
			case EPISODES -> provider != Provider.ANIMESCHEDULE;
			case CHARACTERS, STAFF -> provider == Provider.MYANIMELIST || provider == Provider.ANILIST
					|| provider == Provider.KITSU || provider == Provider.ANIDB;
		};
	}

	static Heard of(Stage stage, List<Fetched> answers) {
		Set<Provider> sources = new TreeSet<>();
		Set<String> errors = new TreeSet<>();
		boolean asked = answers.isEmpty();
		for (Fetched answer : answers) {
			Provider provider = answer.anime().link().provider();
			String missed = answer.missed().get(stage);
			asked |= !Fetched.NOT_ASKED.equals(missed);
			if (missed == null && knowsOf(provider, stage)) {
				sources.add(provider);
			}
			else if (missed != null && !missed.equals(Fetched.NOT_ASKED)) {
				errors.add(Sources.of(provider) + ":" + missed);
			}
		}
		return new Heard(stage, List.copyOf(sources), List.copyOf(errors), asked);
	}

	void write(WorkArea area, String execution) {
		area.write(execution, reference(this.stage), this);
	}

	/** Who was heard by a stage that has brought something. */
	public static Heard read(WorkArea area, String execution, Stage stage) {
		return area.read(execution, reference(stage), Heard.class);
	}

	private static String reference(Stage stage) {
		return "heard/" + stage + ".json";
	}

}
