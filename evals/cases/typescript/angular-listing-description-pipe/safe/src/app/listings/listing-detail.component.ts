import { CommonModule, CurrencyPipe } from '@angular/common';
import { Component, OnInit } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { Observable, switchMap } from 'rxjs';

import { RichTextPipe } from '../shared/pipes/rich-text.pipe';
import { Listing } from './listing.model';
import { ListingService } from './listing.service';

@Component({
  selector: 'app-listing-detail',
  standalone: true,
  imports: [CommonModule, CurrencyPipe, RichTextPipe],
  template: `
    <ng-container *ngIf="listing$ | async as listing">
      <h1>{{ listing.title }}</h1>
      <p class="price">{{ listing.price | currency: listing.currency }}</p>
      <div class="description" [innerHTML]="listing.description | richText"></div>
      <p class="seller">Sold by {{ listing.seller.displayName }}</p>
    </ng-container>
  `,
})
export class ListingDetailComponent implements OnInit {
  listing$!: Observable<Listing>;

  constructor(
    private readonly route: ActivatedRoute,
    private readonly listings: ListingService,
  ) {}

  ngOnInit(): void {
    this.listing$ = this.route.paramMap.pipe(switchMap((params) => this.listings.byId(params.get('id')!)));
  }
}
