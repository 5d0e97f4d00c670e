using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Models;
using FlowLab.Engine.Tests.Training;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Evaluation;

/// <summary>What the host asks of every kind of cell: names of parameters, draws, pictures.</summary>
public sealed class CellHookTests
{
    [TestCase("planar", 3, 2)]
    [TestCase("nice-orth", 2, 1)]
    [TestCase("radial", 0, 1)]
    public void Names_of_tensors_are_unique_and_cover_the_parameters_in_order(string flow, int length, int seeds)
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell(flow, length, [.. Enumerable.Range(5, seeds)]);

        int next = 0;
        foreach (NamedTensor tensor in session.Tensors)
        {
            Assert.That(tensor.Offset, Is.EqualTo(next), tensor.Name);
            next += tensor.Shape.Aggregate(1, (product, axis) => product * axis);
        }
        Assert.That(next * seeds, Is.EqualTo(session.ReadState().Parameters.Length));
        Assert.That(session.Tensors.Select(tensor => tensor.Name), Is.Unique);
        Assert.That(session.Tensors[0].Name, Is.EqualTo("base.mu"));
        if (flow == "planar")
            Assert.That(session.Tensors.Select(tensor => tensor.Name), Does.Contain("flow.0.layer2.u"));
    }

    [Test]
    public void Draws_are_points_of_q_and_do_not_depend_on_how_many_are_asked_for()
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell("planar", 0, [3, 8]);
        ICellEvaluator evaluator = CellEvaluators.Of(session, new EvaluationSettings());

        ModelSamples many = evaluator.DrawSamples(9000), few = evaluator.DrawSamples(5);

        Assert.That(many.Shape, Is.EqualTo(new PointShape(1, 1, 2)));
        Assert.That(many.Values.Select(values => values.Length), Is.EqualTo(new[] { 18_000, 18_000 }));
        Assert.That(few.Values[1], Is.EqualTo(many.Values[1][..10]));
        Assert.That(few.Values[0], Is.Not.EqualTo(few.Values[1]));
        double mean = many.Values[0].Average(), square = many.Values[0].Average(value => value * value);
        Assert.That(mean, Is.EqualTo(0).Within(0.04), "without a flow q is a standard Gaussian");
        Assert.That(square, Is.EqualTo(1).Within(0.05));
        Assert.That(many.Values[0][..8000], Is.Not.EqualTo(many.Values[0][8000..16000]), "chunks have numbers of their own");
    }

    [Test]
    public void A_chain_has_densities_but_no_pictures_and_no_latent_points()
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell("planar", 2, [3, 8]);
        CellEvaluator evaluator = new(session, new EvaluationSettings { FigureResolution = 20, GridResolution = 40 });

        DensityPair pair = evaluator.DrawDensities(8);

        Assert.That(pair.Target!.Values, Is.EqualTo(evaluator.DrawTarget(session.Definition.Energy!).Values));
        Assert.That(pair.Model!.Values, Is.EqualTo(evaluator.DrawModel(session.Definition.Energy!.FigureGrid)[1].Values), "seed 8 is the second");
        Assert.That(evaluator.DrawImages(8), Is.Empty);
        Assert.That(evaluator.DrawLatents(8), Is.Null);
    }
}
