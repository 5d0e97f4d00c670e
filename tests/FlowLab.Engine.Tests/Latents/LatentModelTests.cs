using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Networks;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Names, layout and initial values of the parameters of a whole model.</summary>
internal sealed class LatentModelTests
{
    private static readonly LatentCase Case = new()
    {
        Widths = [2, 1], Seeds = [4, 5], PointDimension = 6, Network = new NetworkSettings { Hidden = 5, Depth = 1, Activation = Activation.Tanh },
        Flows = [new("planar", 2, ParameterScope.Amortised), new("radial", 1, ParameterScope.Global)],
    };

    private LatentDevice _device = null!;

    [SetUp]
    public void Open() => _device = new LatentDevice();

    [TearDown]
    public void Close() => _device.Dispose();

    [Test]
    public void Tensors_cover_the_parameters_in_order_and_are_named_after_their_place()
    {
        using LatentCell cell = new(_device, Case);
        string[] expected =
        [
            // The head: mu and ln sigma of three latent variables, two planar layers of w, u, b.
            "encoder.hidden1.weight[5,6]", "encoder.hidden1.bias[5]", "encoder.output.weight[20,5]", "encoder.output.bias[20]",
            "decoder0.hidden1.weight[5,2]", "decoder0.hidden1.bias[5]", "decoder0.output.weight[6,5]", "decoder0.output.bias[6]",
            "decoder1.hidden1.weight[5,1]", "decoder1.hidden1.bias[5]", "decoder1.output.weight[4,5]", "decoder1.output.bias[4]",
        ];
        string[] actual = [.. cell.Model.Tensors.Select(tensor => $"{tensor.Name}[{string.Join(',', tensor.Shape)}]")];
        Assert.That(actual[..expected.Length], Is.EqualTo(expected));
        Assert.That(actual[expected.Length..], Is.Not.Empty.And.All.StartsWith("flow.1.layer0."));
        int end = 0;
        foreach (NamedTensor tensor in cell.Model.Tensors)
        {
            Assert.That(tensor.Offset, Is.EqualTo(end), tensor.Name);
            end += tensor.Shape.Aggregate(1, (product, axis) => product * axis);
        }
        Assert.That(end, Is.EqualTo(cell.Model.ParameterCount));
    }

    [Test]
    public void The_head_starts_where_the_base_and_the_flows_ask_for()
    {
        using LatentCell cell = new(_device, Case with { Posterior = PosteriorKind.RankOne });
        float[] own = new float[2 * 14];
        cell.Model.Chain.Segments[0].Flow.Initialize(new FlowSeeds(Case.Seeds, 0), own);
        NamedTensor bias = cell.Model.Tensors.Single(tensor => tensor.Name == "encoder.output.bias");
        for (int position = 0; position < 2; position++)
        {
            float[] head = cell.Parameters.AsSpan(position * cell.Model.ParameterCount + bias.Offset, 9 + 14).ToArray();
            Assert.That(head[..9], Is.EqualTo(new[] { 0, 0, 0, 0, 0, 0, 0.1f, 0.1f, 0.1f }), "mu, ln sigma, v");
            Assert.That(head[9..], Is.EqualTo(own.AsSpan(position * 14, 14).ToArray()), "planar layers");
        }
    }

    [Test]
    public void Weights_of_the_head_and_of_deviations_start_at_a_tenth_and_those_of_means_at_full_scale()
    {
        using LatentCell cell = new(_device, Case with { Widths = [9, 9], Likelihood = LikelihoodKind.Gaussian, Network = new() { Hidden = 100, Depth = 1 } });
        AssertVariance(cell, "encoder.output.weight", 0, 1, 0.01);
        foreach (string decoder in new[] { "decoder0.output.weight", "decoder1.output.weight" })
        {
            AssertVariance(cell, decoder, 0, 0.5, 1);
            AssertVariance(cell, decoder, 0.5, 1, 0.01);
        }
        using LatentCell bits = new(_device, Case with { Network = new NetworkSettings { Hidden = 100, Depth = 1 } });
        AssertVariance(bits, "decoder0.output.weight", 0, 1, 1);
    }

    [Test]
    public void Seeds_start_differently_and_a_seed_the_same_wherever_it_stands()
    {
        using LatentCell pair = new(_device, Case), turned = new(_device, Case with { Seeds = [5, 4] });
        int count = pair.Model.ParameterCount;
        float[] four = pair.Parameters[..count], five = pair.Parameters[count..];
        Assert.That(turned.Parameters, Is.EqualTo(five.Concat(four)));
        Assert.That(four.Zip(five).Count(both => both.First != both.Second), Is.GreaterThan(count / 2));
    }

    [Test]
    public void Data_that_a_likelihood_is_no_density_of_are_refused([Values] LikelihoodKind likelihood, [Values] Data.PointValues values)
    {
        bool fits = likelihood switch
        {
            LikelihoodKind.Bernoulli => values == Data.PointValues.Binary,
            LikelihoodKind.LogitNormal => values == Data.PointValues.Intensities,
            _ => true,
        };
        LatentSettings settings = new() { Latents = [2], Likelihood = new LikelihoodSettings { Type = likelihood }, Encoder = Case.Network, Decoder = Case.Network };
        Action build = () => new LatentModel(settings, new Data.PointShape(1, 1, 3), values, 1, [], _device.Networks, _device.Accelerator).Dispose();
        Assert.That(build, fits ? Throws.Nothing : Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith("FLE030"));
    }

    /// <summary>Of the rows of a matrix between two fractions: variance over the number of inputs, to five standard errors.</summary>
    private static void AssertVariance(LatentCell cell, string name, double from, double to, double expected)
    {
        NamedTensor tensor = cell.Model.Tensors.Single(entry => entry.Name == name);
        int inputs = tensor.Shape[1], first = (int)(from * tensor.Shape[0]) * inputs, end = (int)(to * tensor.Shape[0]) * inputs;
        double variance = cell.Parameters.AsSpan(tensor.Offset + first, end - first).ToArray().Average(x => (double)x * x);
        Assert.That(variance * inputs, Is.EqualTo(expected).Within(500 * Math.Sqrt(2.0 / (end - first))).Percent, $"{name} from {from}");
    }
}
