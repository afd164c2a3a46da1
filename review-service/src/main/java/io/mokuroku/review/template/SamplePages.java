package io.mokuroku.review.template;

import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;

/**
 * What pages print when they are tried out.
 */
public interface SamplePages {

	/** The pages that every family has, beside the layout. */
	Set<String> pages();

	/**
	 * What a page prints about an entry.
	 * @param page one of the pages
	 * @param proposed the entry somebody would have to decide about
	 */
	Map<String, Object> model(String page, AnimeEntry proposed);

}
