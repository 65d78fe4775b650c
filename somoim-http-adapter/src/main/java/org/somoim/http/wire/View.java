package org.somoim.http.wire;

/**
 * What leaves over the wire. Only views can be put in a {@link Response}, so nothing goes out that was not spelled out in
 * one. A view is a record of text, numbers, truth, lists of these, or views; what is null is left out.
 */
public interface View {}
