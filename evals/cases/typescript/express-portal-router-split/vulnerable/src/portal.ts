import express, { Router } from 'express';
import { requireSession } from './auth/require-session';
import { paymentMethods } from './portal/payment-methods';
import { profile } from './portal/profile';

export const portal = Router();

portal.use(requireSession);
portal.use(express.urlencoded({ extended: false, limit: '20kb' }));

portal.use('/profile', profile);
portal.use('/payment-methods', paymentMethods);
