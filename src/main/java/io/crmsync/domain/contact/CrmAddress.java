package io.crmsync.domain.contact;

import java.util.List;

/** An address as the feed has it; empty strings where it has nothing. */
public record CrmAddress(
    List<String> lines, String city, String state, String postalCode, String country) {
  public static final CrmAddress NONE = new CrmAddress(List.of(), "", "", "", "");

  public CrmAddress {
    lines = List.copyOf(lines);
  }

  /** Says nothing: an address is personal (R20). */
  @Override
  public String toString() {
    return "CrmAddress[hidden]";
  }
}
