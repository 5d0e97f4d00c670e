using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;

namespace FlowLab.Host.Manifests;

/// <summary>Checks that settings which need a latent model have one, and that nothing stands beside a model that it would ignore.</summary>
internal sealed class ModelCheck(FaultCollector faults)
{
    public void Check(CellParts cell)
    {
        if (cell.Model is null)
            CheckWithout(cell);
        else
            CheckWith(cell);
    }

    private void CheckWith(CellParts cell)
    {
        if (!LatentModel.AreWidths(cell.Model!.Latents))
            faults.Add(new ManifestFault(ManifestFaultNumbers.OutOfRange, "$.model.latents", "no widths of stochastic layers")
            {
                Expected = $"{LatentModel.ExpectedWidths}, such as [40]",
                Actual = $"[{string.Join(", ", cell.Model.Latents)}]",
            });
        if (cell.Target is { Standardizes: true })
            Refuse($"$.target.{ComponentBinder.StandardizeKey}", "a model sees its data as they are", "no such key: the likelihood of the model says what the numbers are");
        if (cell.StatesBase)
            Refuse("$.base", "a model has no base", "no base: model.posterior says what the flow starts from");
        if (cell.Objective.Type == ObjectiveKind.MaximumLikelihood)
            Refuse("$.objective.type", "a model is not trained by maximum likelihood", "objective \"free-energy\", or no model");
    }

    private void CheckWithout(CellParts cell)
    {
        if (cell.Objective.Annealing.Term != AnnealedTerm.Joint)
            Refuse("$.objective.annealing.term", "KL annealing without a model", "\"joint\", or a model: an energy has no prior");
        if (cell.Objective.Samples != 1)
            Refuse("$.objective.samples", "several samples per data point without a model", "1, or a model; training.batch is the number of samples here");
        for (int i = 0; i < cell.Flow.Count; i++)
        {
            if (cell.Flow[i].Scope is not null)
                Refuse($"$.flow[{i}].{ComponentBinder.ScopeKey}", "without a model every parameter is global", "no such key, or a model");
        }
    }

    private void Refuse(string path, string what, string expected) =>
        faults.Add(new ManifestFault(ManifestFaultNumbers.ModelDoesNotFit, path, what) { Expected = expected });
}
