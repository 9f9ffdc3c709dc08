package io.crmsync.domain.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.ListSlot;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Field map: where Outlook holds a field")
class SlotTest {
  @ParameterizedTest
  @EnumSource
  void everyFieldHasThePlaceThatItsShapeSays(Field field) {
    assertThat(ListSlot.of(field).isPresent()).isEqualTo(field.shape() == Field.Shape.LIST_ENTRY);
    assertThat(AddressSlot.of(field).isPresent())
        .isEqualTo(field.shape() == Field.Shape.ADDRESS_PART);
    assertThat(Arrays.stream(AddressSlot.values()).filter(slot -> slot.parts().contains(field)))
        .hasSize(field.shape() == Field.Shape.ADDRESS_PART ? 1 : 0);
  }
}
