export const typeDefs = `#graphql
  type Parcel { id: ID! carrier: String! trackingCode: String! }
  type Shipment { id: ID! status: String! street: String! city: String! parcels: [Parcel!]! }

  type Query {
    shipments(first: Int = 20): [Shipment!]!
    shipment(id: ID!): Shipment
  }
`;
