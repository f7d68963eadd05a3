const { GraphQLError } = require('graphql');
const LoanRequest = require('../models/loan-request');
const { signedIn, withRole } = require('./gates');

async function decide(id, state, registrarId) {
  const request = await LoanRequest.findOneAndUpdate(
    { _id: String(id), state: 'OPEN' },
    { state, decidedBy: registrarId, decidedAt: new Date() },
    { new: true },
  );
  if (!request) {
    throw new GraphQLError('No open request with that id', { extensions: { code: 'NOT_FOUND' } });
  }
  return request;
}

module.exports = {
  Query: {
    loanRequests: withRole('REGISTRAR', (_, { first = 20 }) =>
      LoanRequest.find({ state: 'OPEN' }).sort('createdAt').limit(Math.min(first, 100))),
    myLoanRequests: signedIn((_, __, { user }) => LoanRequest.find({ borrower: user.id })),
  },

  Mutation: {
    requestLoan: signedIn((_, { input: { object, from, until } }, { user }) =>
      LoanRequest.create({ object, from, until, borrower: user.id, state: 'OPEN' })),

    approveLoan: withRole('REGISTRAR', (_, { id }, { user }) => decide(id, 'APPROVED', user.id)),
    refuseLoan: withRole('REGISTRAR', (_, { id }, { user }) => decide(id, 'REFUSED', user.id)),

    approveLoans: withRole('REGISTRAR', async (_, { ids }, { user }) => {
      const { modifiedCount } = await LoanRequest.updateMany(
        { _id: { $in: ids.map(String) }, state: 'OPEN' },
        { state: 'APPROVED', decidedBy: user.id, decidedAt: new Date() },
      );
      return modifiedCount;
    }),
  },
};
