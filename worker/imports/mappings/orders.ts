import { orderLimits } from "#schema/orders";
import { partyLimits } from "#schema/parties";
import { productLimits } from "#schema/products";
import { currencyWords } from "#schema/words/receivables";
import { discountedAmount } from "../../money";
import type { OrderDraft } from "../drafts";
import { extra, fault, type Layout, mappingOf, needed, type Row } from "../layout";
import { code, day, figure, maybe, oneOf, quantity, rate, usually, words } from "../rules";

const po = words(orderLimits.customerPo);

const lines = {
  words: { zh: "订单明细", en: "Order lines" },
  columns: {
    order: needed(code(40), "订单号", "单号", "Order", "Order no"),
    party: needed(code(partyLimits.code), "客户编号", "Customer code"),
    orderedOn: needed(day, "下单日期", "订单日期", "Ordered on", "Order date"),
    sku: needed(code(productLimits.code), "规格编码", "SKU", "SKU code"),
    quantity: needed(quantity, "数量", "数量(kg)", "Quantity", "Quantity (kg)"),
    price: needed(figure(4, { most: 1e11 }), "单价", "Unit price"),
    discount: extra(usually(rate, 0), "折扣", "Discount"),
    currency: extra(usually(oneOf(currencyWords), "CNY" as const), "币种", "Currency"),
    requestedOn: extra(maybe(day), "要求交期", "Requested on", "Required date"),
    customerPo: extra(maybe(po), "客户单号", "客户订单号", "Customer PO"),
    remarks: extra(maybe(words(orderLimits.remarks)), "备注", "Remarks"),
  },
} satisfies Layout;

type Line = Row<typeof lines>;

/** Confirmed orders that are still to be delivered, one row for each line. */
export const orders = mappingOf({
  name: "orders",
  words: { zh: "订单", en: "Orders" },
  layouts: { lines },
  draft({ lines: rows }) {
    const groups = [...Map.groupBy(rows, ({ order }) => order).values()];
    return { drafts: groups.flatMap(orderOf), faults: groups.flatMap(disagreements) };
  },
});

/** The first row of an order speaks for its head. */
function orderOf(rows: Line[]): OrderDraft[] {
  const [head] = rows;
  if (!head) return [];
  const { at, order, party, currency, orderedOn, requestedOn, customerPo, remarks } = head;
  return [
    {
      ...{
        noun: "order",
        ref: `orders:${order}`,
        at,
        reference: order,
        party,
        currency,
        orderedOn,
        requestedOn,
      },
      ...{ customerPo, remarks, contractRef: null, shipTo: null, shipped: null },
      needs: [
        { kind: "party", key: party, field: "party", at },
        ...rows.map((row) => ({ kind: "sku" as const, key: row.sku, field: "sku", at: row.at })),
      ],
      lines: rows.map((row, index) => {
        const figures = { quantityMilli: row.quantity, unitPriceE4: row.price, discountBp: row.discount };
        const amountMinor = discountedAmount(figures, currency);
        return { ref: `orders:${order}:${index + 1}`, sku: row.sku, ...figures, amountMinor };
      }),
    },
  ];
}

/** Rows of one order that name another customer, day or currency. */
function disagreements([head, ...others]: Line[]) {
  const shared = ["party", "orderedOn", "currency"] as const;
  return others.flatMap((row) =>
    shared
      .filter((field) => head && row[field] !== head[field])
      .map((field) =>
        fault(row.at, field, {
          zh: `与同一订单第 ${head?.at.row} 行不一致。`,
          en: `This differs from row ${head?.at.row} of the same order.`,
        }),
      ),
  );
}
