package io.crmsync.infra;

import static io.crmsync.infra.Installation.DEFAULTS;
import static io.crmsync.infra.Installation.EVERYTHING;
import static io.crmsync.infra.Installation.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With a private network nothing is reached, and nothing leaves, but by the ways made for it. */
class NetworkTest {
  private static final String NETWORK = "Microsoft.Network/virtualNetworks";
  private static final String ENDPOINT = "Microsoft.Network/privateEndpoints";
  private static final String RULES = "Microsoft.Network/networkSecurityGroups";

  @Test
  void thereIsNoneWhereNoneWasAskedFor() {
    assertThat(Deployment.of(DEFAULTS).resources())
        .noneMatch(resource -> resource.path("type").asText().startsWith("Microsoft.Network/"));
  }

  @ParameterizedTest
  @EnumSource(names = {"EVERYTHING", "PRIVATE"})
  void everySubnetHasRulesAndNoWayOutButTheOneAddress(Installation installation) {
    Deployment deployment = Deployment.of(installation);

    assertThat(problems(deployment)).isEmpty();
    assertThat(deployment.resources("Microsoft.Network/publicIPAddresses")).hasSize(1);
    assertThat(deployment.one("Microsoft.Network/natGateways").toString())
        .contains("/publicIPAddresses/pip-");
    assertThat(deployment.one("Microsoft.Web/sites").at("/properties/virtualNetworkSubnetId"))
        .isEqualTo(TextNode.valueOf(deployment.one(NETWORK).path("id").asText() + "/subnets/app"));
  }

  @Test
  void aSubnetWithoutRulesOrWithAnotherWayOutIsNoticed() {
    Deployment whole = Deployment.of(EVERYTHING);
    String app = "/properties/subnets/0/properties";

    assertThat(problems(broken(whole, app + "/defaultOutboundAccess", BooleanNode.TRUE)))
        .hasSize(1);
    assertThat(problems(broken(whole, app + "/networkSecurityGroup", null))).hasSize(1);
    assertThat(problems(broken(whole, app + "/natGateway", null))).hasSize(1);
    assertThat(
            problems(
                broken(
                    whole,
                    "/properties/subnets/1/properties/privateEndpointNetworkPolicies",
                    TextNode.valueOf("Disabled"))))
        .hasSize(1);
  }

  @Test
  void whatIsClosedToTheInternetIsReachedFromInside() {
    assertThat(endpoints(EVERYTHING)).containsExactlyInAnyOrder("blob", "queue", "table", "vault");
    assertThat(endpoints(PRIVATE)).containsExactlyInAnyOrder("blob", "queue", "table", "sites");
    assertThat(endpoints(DEFAULTS)).isEmpty();
  }

  @Test
  void endpointsTakeHttpsAndNothingElse() {
    List<String> rules = new ArrayList<>();
    for (JsonNode group : Deployment.of(EVERYTHING).resources(RULES)) {
      for (JsonNode rule : group.at("/properties/securityRules")) {
        JsonNode is = rule.path("properties");
        rules.add(
            String.join(
                " ",
                is.path("access").asText(),
                is.path("direction").asText(),
                is.path("sourceAddressPrefix").asText(),
                is.path("destinationPortRange").asText()));
      }
    }
    assertThat(rules)
        .containsExactly(
            "Deny Outbound * ", "Allow Inbound VirtualNetwork 443", "Deny Inbound * *");
  }

  private static List<String> problems(Deployment deployment) {
    List<String> problems = new ArrayList<>();
    for (JsonNode subnet : deployment.one(NETWORK).at("/properties/subnets")) {
      String name = subnet.path("name").asText();
      JsonNode is = subnet.path("properties");
      if (!is.path("defaultOutboundAccess").equals(BooleanNode.FALSE)) {
        problems.add(name + " has a way out by default");
      }
      if (!is.at("/networkSecurityGroup/id").asText().contains("/nsg-")) {
        problems.add(name + " has no rules");
      }
      if (name.equals("app") && !is.at("/natGateway/id").asText().contains("/ng-")) {
        problems.add(name + " leaves by no known address");
      }
      String policies = is.path("privateEndpointNetworkPolicies").asText();
      if (name.equals("endpoints") && !policies.equals("NetworkSecurityGroupEnabled")) {
        problems.add(name + " has rules that hold for no endpoint");
      }
    }
    return problems;
  }

  private static Deployment broken(
      Deployment whole, String at, @org.jspecify.annotations.Nullable JsonNode value) {
    return whole.broken(copy -> Deployment.put(copy.one(NETWORK), at, value));
  }

  private static Set<String> endpoints(Installation installation) {
    Set<String> parts = new TreeSet<>();
    for (JsonNode endpoint : Deployment.of(installation).resources(ENDPOINT)) {
      JsonNode connection = endpoint.at("/properties/privateLinkServiceConnections/0/properties");
      parts.add(connection.at("/groupIds/0").asText());
    }
    return parts;
  }
}
