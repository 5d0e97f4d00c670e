using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Tests.Evaluation;

public sealed class ImportanceWeightsTests
{
    [Test]
    public void Equal_weights_have_full_sample_size()
    {
        ImportanceWeights weights = Of(2.5, 2.5, 2.5);
        Assert.Multiple(() =>
        {
            Assert.That(weights.EffectiveShare, Is.EqualTo(1).Within(1e-12));
            Assert.That(weights.LogMean, Is.EqualTo(2.5).Within(1e-12));
            Assert.That(weights.MeanLog, Is.EqualTo(2.5).Within(1e-12));
            Assert.That(weights.StandardErrorOfMeanLog, Is.Zero);
        });
    }

    [Test]
    public void One_dominating_weight_leaves_one_sample() =>
        Assert.That(Of(0, 800, -700, 3).EffectiveShare, Is.EqualTo(0.25).Within(1e-12));

    [FsCheck.NUnit.Property]
    public void The_streaming_form_equals_the_direct_one(FsCheck.NormalFloat[] shifts)
    {
        double[] logs = [.. shifts.Select(shift => Math.Tanh(shift.Get) * 20), 0.5];
        ImportanceWeights weights = Of(logs);
        double sum = logs.Sum(Math.Exp);
        double squares = logs.Sum(log => Math.Exp(2 * log));
        Assert.That(weights.LogMean, Is.EqualTo(Math.Log(sum / logs.Length)).Within(1e-9));
        Assert.That(weights.EffectiveShare, Is.EqualTo(sum * sum / squares / logs.Length).Within(1e-9));
        Assert.That(weights.MeanLog, Is.EqualTo(logs.Average()).Within(1e-9));
        Assert.That(weights.MeanLog, Is.LessThanOrEqualTo(weights.LogMean + 1e-12), "the bound is never above the estimate");
    }

    private static ImportanceWeights Of(params double[] logs)
    {
        ImportanceWeights weights = new();
        foreach (double log in logs)
            weights.Add(log);
        return weights;
    }
}
