namespace FlowLab.Host.Errors;

/// <summary>What FLA numbers mean.</summary>
internal static class AuditErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLA: the audit", """
            Once a cell is measured, figures that have to agree are compared, seed by seed. A *failure* means that figures contradict each other: they are marked with a cross in tables and
            charts, with their number in the column `audit` of `summary.csv`, are never bold, never the headline, never the seed that is drawn, and the exit code is 3. A *caution*, marked with a dagger, means
            that a figure holds but says less than it seems to. Tolerances come from the stated errors: five standard errors, the error of the grid, and rounding.
            """,
    [
        new("FLA001", "A figure is not a number",
            "FLA001: seed 0: kl is not a number although the seed was not stopped: q or the target has values that are not finite where they are measured",
            "Look at the target far from its mass and at the inverse of the flow: both are evaluated on the grid, where training may never have been.")
        {
            Explanation = "**Why.** Every figure is a finite number, or says why it is not available. This one is neither, and the seed trained to its end.",
        },
        new("FLA002", "KL(q || p) is negative",
            "FLA002: seed 0: KL(q || p) is -0.0013, which no two densities have; allowed are -1.2E-05 for the error of the grid",
            "The inverse gives something that is no density: look at its log-det. If the grid is coarse, give `evaluation.gridResolution` more cells.")
        {
            Explanation = "**Why.** KL(q || p) >= 0 for any two densities.",
        },
        new("FLA003", "KL(q || p) is not F + ln Z",
            "FLA003: seed 0: KL(q || p) is 1.183 on the grid but F + ln Z is -66.43, which is the same quantity; allowed is a difference of 0.1353",
            "The two passes of a flow describe two densities, or its log-det is wrong in both: look at the flow, FLA010 to FLA012 say where.")
        {
            Explanation = "**Why.** KL(q || p) = F + ln Z for every q. F comes from draws and the forward pass, KL from the grid and the inverse.",
        },
        new("FLA004", "The free energy is below -ln Z",
            "FLA004: seed 0: the free energy F is -68.31, below -ln Z = -1.878, which it bounds from above; allowed is 0.05889: q is no density, look at the flow's log-det",
            "The log-det of the forward pass is too large.")
        {
            Explanation = "**Why.** F >= -ln Z for every density q.",
        },
        new("FLA005", "ln Z by importance sampling disagrees",
            "FLA005: seed 0: ln Z is 68.69 by importance sampling with q and 1.878 on the grid; no density gives more than 2.01: look at the flow's log-det, or the grid of the target does not hold p",
            "After a failure look at the log-det and at the target's own grid. After a caution a longer flow or annealing may find the part that is missed.")
        {
            Explanation = "**Why.** The mean of the weights p/q is Z for every density q that covers p, and less for one that misses a part of it. Too large is a failure: an estimate c times too large has a probability below 1/c. Too small is a caution: q misses a part of p.",
        },
        new("FLA006", "The mass of q on the grid is not the share of its draws there",
            "FLA006: seed 0: q integrates to 4.276E-30 on the grid, but 100 % of its draws lie there; allowed is a difference of 0.00227: the density that the inverse gives is not the one that is drawn from, or finer than the grid",
            "Look at inverse and log-det; a density finer than the grid wants more cells, `evaluation.gridResolution`.")
        {
            Explanation = "**Why.** A density that is drawn from and evaluated is one and the same.",
        },
        new("FLA007", "The importance weights have a heavy tail",
            "FLA007: seed 0: the tail of the importance weights has Pareto k = 0.9; above 0.7 the estimate of ln Z is too small, and neither its error nor the effective sample size says by how much: q misses a part of p",
            "Do not use ln Z by importance sampling or the effective sample size of this cell. KL and F are not concerned.")
        {
            Explanation = "**Why.** Pareto k says how heavy the tail of the weights is (Vehtari, Simpson, Gelman, Yao and Gabry 2024); above min(1 - 1 / log10 S, 0.7) their mean cannot be estimated from S draws. A caution.",
        },
        new("FLA008", "The importance weights of most points have a heavy tail",
            "FLA008: seed 0: at 62 % of the points the importance weights have a Pareto k above its limit: -ln p(x) is an upper bound that more draws (evaluation.importanceSamples) or a better posterior would lower, and the gap to the bound F is larger than it says",
            "Give `evaluation.importanceSamples` more draws, and compare cells with the same number of draws only.")
        {
            Explanation = "**Why.** As FLA007, for latent models, where each data point has weights of its own. A caution: -ln p(x) by importance sampling stays an upper bound.",
        },
        new("FLA009", "-ln p(x) is above the bound",
            "FLA009: seed 0: -ln p(x) is 95.5, above the bound F = 95 from the same draws; allowed is 0.00096",
            "Numbers left the range of single precision while they were measured: look at the likelihood and the decoder.")
        {
            Explanation = "**Why.** -ln of a mean is never above the mean of -ln of the same numbers.",
        },
        new("FLA010", "The inverse does not lead back",
            "FLA010: seed 1: one in ten draws comes back from the inverse with a relative error above 0.2722; allowed is 0.01: every density of given points is wrong, look at the flow's inverse",
            "Look at the inverse of the flow, or at its tolerance if it iterates.")
        {
            Explanation = "**Why.** Draws of the model are taken back and forward again. An error counts only if both z0 and zK are missed, so that a flow that contracts is not blamed for rounding.",
        },
        new("FLA011", "Forward and inverse pass have different log-dets",
            "FLA011: seed 0: at the median draw the log-dets of forward and inverse pass differ by 67.62 nats; allowed is 0.02: figures from draws and figures from given points belong to two densities, look at the flow's log-det in both directions",
            "Look at signs and terms of the log-det in both passes.")
        {
            Explanation = "**Why.** `FlowInverse.LogDet` is that of the forward map at the points passed, not its negative.",
        },
        new("FLA012", "The log-det is not that of the Jacobian",
            "FLA012: seed 0: at the median draw the log-det differs by 67.62 nats from that of the flow's Jacobian by central differences; allowed is 0.02032: no figure of this seed is that of a density, look at the flow's log-det",
            "Look at the log-det of the forward pass: a sign, a dimension or a layer that is left out.")
        {
            Explanation = "**Why.** The whole chain is differentiated numerically at draws of the model, with two step sizes that say how exact that is. This holds in any dimension.",
        },
        new("FLA013", "Held-out points differ from training points",
            "FLA013: seed 0: -ln q(x) is 3.0 on test points and 2.0 on training points; allowed is a difference of 0.14: the model has learned its training points by heart",
            "Fewer updates, a smaller model or more data; or another split, if the file is sorted (`split`).")
        {
            Explanation = "**Why.** Test points are compared with as many training points. A caution: the figure on test points is right.",
        },
        new("FLA014", "The gradients are not those of the loss",
            "FLA014: seed 0: the gradients differ by 11.08 % from central differences of the loss; allowed are 5.1 %: training did not minimise the loss, look at the backward passes of flow and target",
            "Look at the backward pass of the flow and the gradient of the target. All figures are right, but better ones may be had.")
        {
            Explanation = "**Why.** The loss is differentiated numerically along random directions at the trained parameters. Where it bends within the smallest step, as with networks that have kinks, nothing is said.",
        },
        new("FLA015", "Held-out points are likelier than under the true density",
            "FLA015: seed 0: KL(p || q) of the true density p is -0.4012 on held-out points, which no two densities have; allowed are -0.02: q is no density, or p is not the one that points are drawn from",
            "Look at the log-det of the flow's inverse pass; with a dataset of your own, at its LogDensity.")
        {
            Explanation = "**Why.** Of data that is drawn from a known density no density is likelier on average. The difference is taken point by point.",
        },
    ]);
}
