import { GraphQLError } from 'graphql'
import mongoose from 'mongoose'

import { Assignment } from '../models/assignment.js'
import { Submission } from '../models/submission.js'

export const typeDefs = /* GraphQL */ `
  type Feedback {
    author: String!
    text: String!
    points: Int
  }

  type Submission {
    id: ID!
    assignment: Assignment!
    text: String!
    submittedAt: String!
    feedback: [Feedback!]!
  }

  type Assignment {
    id: ID!
    title: String!
    dueAt: String!
  }

  extend type Query {
    mySubmissions: [Submission!]!
    submission(id: ID!): Submission
  }

  extend type Mutation {
    withdrawSubmission(id: ID!): Boolean!
  }
`

function signedIn({ student }) {
  if (!student) {
    throw new GraphQLError('Please sign in', { extensions: { code: 'UNAUTHENTICATED' } })
  }
  return student
}

export const resolvers = {
  Query: {
    mySubmissions: (_parent, _args, context) => {
      const student = signedIn(context)
      return Submission.find({ student: student.id }).sort({ submittedAt: -1 }).limit(200)
    },

    submission: async (_parent, { id }, context) => {
      const student = signedIn(context)
      if (!mongoose.isValidObjectId(id)) return null
      const submission = await Submission.findOne({ _id: id, student: student.id }).populate('feedback')
      if (submission?.feedback.length) {
        await Submission.updateOne({ _id: id, student: student.id }, { feedbackSeenAt: new Date() })
      }
      return submission
    },
  },

  Mutation: {
    withdrawSubmission: async (_parent, { id }, context) => {
      const student = signedIn(context)
      const { deletedCount } = await Submission.deleteOne({ _id: id, student: student.id, gradedAt: null })
      return deletedCount === 1
    },
  },

  Submission: {
    assignment: (submission) => Assignment.findById(submission.assignment),
    submittedAt: (submission) => submission.submittedAt.toISOString(),
  },

  Assignment: {
    dueAt: (assignment) => assignment.dueAt.toISOString(),
  },
}
