import express, { Router } from 'express';
import { csrfSynchronisedProtection } from './auth/csrf';
import { requireSession } from './auth/require-session';
import { paymentMethods } from './portal/payment-methods';
import { profile } from './portal/profile';

export const portal = Router();

portal.use(requireSession);
portal.use(express.urlencoded({ extended: false, limit: '20kb' }));

portal.use('/profile', csrfSynchronisedProtection, profile);
portal.use('/payment-methods', csrfSynchronisedProtection, paymentMethods);
