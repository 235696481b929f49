package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.register.RegisterProblems;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Parameter;
import dev.cairn.http.Permission;
import dev.cairn.http.Schema;
import java.util.List;

/** {@code GET /v1/admin/devices}: the devices of a tenant, page by page. */
final class GetDevices extends AdminEndpoint {
  private final Register register;

  GetDevices(Register register) {
    super(
        AdminSpecs.get(
            "/v1/admin/devices",
            "getDevices",
            "The devices of a tenant with all their keys, page by page",
            Permission.AUDIT,
            List.of(
                AdminSpecs.TENANT,
                AdminSpecs.LIMIT,
                Parameter.query("after", "Go on after this device.", Schema.string("its id"))),
            Schema.object(
                "A page of devices.",
                List.of(
                    required("devices", Schema.array("sorted by id", DeviceJson.SCHEMA)),
                    optional("next", Schema.string("there may be more: give this as `after`"))))));
    this.register = register;
  }

  @Override
  JsonNode answer(AdminCall call) {
    TenantName tenant = call.tenant();
    int limit = (int) call.number("limit", AdminSpecs.MAX_LIMIT, AdminSpecs.DEFAULT_LIMIT);
    List<Device> page =
        register
            .tenant(tenant.value())
            .orElseThrow(
                () -> RegisterProblems.UNKNOWN_TENANT.because("There is no tenant " + tenant + "."))
            .devicesAfter(call.query("after").orElse(""), limit);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode devices = json.putArray("devices");
    page.stream().map(DeviceJson::of).forEach(devices::add);
    if (page.size() == limit && limit > 0) {
      json.put("next", page.get(limit - 1).id().value());
    }
    return json;
  }
}
