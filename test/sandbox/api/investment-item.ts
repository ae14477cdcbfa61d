import { createGuid } from '../world/guid.ts';
import { roundMoney } from '../world/money.ts';
import type { Holding, Part } from '../world/part.ts';
import type { World } from '../world/world.ts';
import { createScores } from './borrower-facts.ts';
import { writeInstant, writeMorning } from './dot-net-dates.ts';
import { createPartFacts } from './part-facts.ts';

/** `MyInvestmentItem` of the API: a part that an investor holds or held. */
export function createInvestmentItem(world: World, part: Part, holding: Holding) {
  const loan = world.getLoan(part.loan);
  const standing = world.getStanding(loan);
  const { received, sold } = holding;
  const listing = world
    .listOpenOf(loan)
    .find((open) => open.part === part.index && open.seller === holding.owner);
  const earnings = roundMoney(received.interest + received.lateCharges);
  return {
    ...createPartFacts(world, loan, part, standing),
    AuctionBidType: part.bidType,
    ...createScores(loan),
    LoanId: world.getLoanId(loan),
    LoanStatusActiveFrom: writeMorning(standing.statusSince),
    LoanDuration: loan.duration,
    PurchaseDate: writeInstant(holding.boughtAt),
    SoldDate: writeInstant(sold?.at),
    PurchasePrice: holding.price,
    SalePrice: sold?.price ?? null,
    ListedInSecondMarketOn: writeInstant(listing?.listedAt),
    LatestDebtManagementStage: standing.collection?.event ?? null,
    LatestDebtManagementSubStage: standing.collection?.subStage ?? null,
    LatestDebtManagementStageType: standing.collection?.type ?? null,
    LatestDebtManagementDate: writeMorning(standing.collection?.on),
    NoteLoanTransfersMainAmount: received.principal,
    NoteLoanTransfersInterestAmount: received.interest,
    NoteLoanLateChargesPaid: received.lateCharges,
    NoteLoanTransfersEarningsAmount: earnings,
    NoteLoanTransfersTotalRepaimentsAmount: roundMoney(received.principal + earnings),
    BoughtFromId: holding.secondHand ? createGuid(world.seed, 'bought-from', part.index) : null,
  };
}
