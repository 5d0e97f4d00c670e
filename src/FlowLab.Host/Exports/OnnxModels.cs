using System.Text.Json.Nodes;
using FlowLab.Engine.Models;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;
using Google.Protobuf;
using Onnx;

namespace FlowLab.Host.Exports;

/// <summary>
/// Chains of flows as ONNX models of a seed: sampling takes eps [N, D], standard normal, and gives z [N, D] and log_q [N]; density takes z [N, D] and gives log_q [N].
/// </summary>
internal static class OnnxModels
{
    private const long OperatorSet = 18;
    private const long FormatVersion = 9;

    private static readonly Dictionary<string, IOnnxLayer> Layers = new()
    {
        ["planar"] = new OnnxPlanar(), ["radial"] = new OnnxRadial(), ["nice"] = new OnnxNice(), ["real-nvp"] = new OnnxRealNvp(), [StandardizeFlow.Name] = new OnnxStandardize(),
    };

    /// <summary>Writes NAME.sample.onnx and NAME.density.onnx.</summary>
    /// <param name="file">The files' path without its ending.</param>
    /// <param name="trained">The cell.</param>
    /// <param name="position">The seed's position on the seeds axis.</param>
    /// <param name="settings">The settings of the cell's flows, one per segment of the manifest.</param>
    /// <param name="metadata">Texts that say where the model comes from.</param>
    /// <exception cref="FlowLabException">FLR110: there are no operators for this model.</exception>
    public static void Write(string file, TrainedCell trained, int position, JsonArray settings, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        FlowChain chain = trained.Session.Definition.Chain;
        Check(trained, chain);
        OnnxTensors tensors = OnnxTensors.Of(trained.Session.Tensors, trained.Parameters(position).Span, chain.ConstantsOf(position));
        (IOnnxLayer Layer, OnnxTensors Tensors)[] layers =
        [
            .. chain.Segments.SelectMany((segment, index) => Enumerable.Range(0, segment.Flow.Length).Select(layer =>
                (Layers[segment.Name], tensors.Of(index, layer, index < settings.Count && settings[index]!["settings"] is JsonObject own ? own : [])))),
        ];
        KeyValuePair<string, string>[] texts = [.. metadata];
        AtomicFile.Write(file + ".sample.onnx", ModelOf(Sampling(tensors, layers, chain.Dimension), texts).ToByteArray());
        AtomicFile.Write(file + ".density.onnx", ModelOf(Density(tensors, layers, chain.Dimension), texts).ToByteArray());
    }

    private static void Check(TrainedCell trained, FlowChain chain)
    {
        if (trained.Session.Definition.Latent is not null)
            throw OnnxErrors.Unsupported(trained.Id, "has a latent model", Names);
        if (chain.Base is not GaussianBase)
            throw OnnxErrors.Unsupported(trained.Id, "has a base density that is no Gaussian", Names);
        if (chain.Segments.FirstOrDefault(segment => !Layers.ContainsKey(segment.Name)) is { } unknown)
            throw OnnxErrors.Unsupported(trained.Id, $"has a flow '{unknown.Name}'", Names);
    }

    private static IEnumerable<string> Names => Layers.Keys.Where(name => name != StandardizeFlow.Name);

    private static OnnxGraph Sampling(OnnxTensors tensors, (IOnnxLayer Layer, OnnxTensors Tensors)[] layers, int dimension)
    {
        var graph = new OnnxGraph("sample");
        graph.Input("eps", dimension);
        string state = graph.Node("Add", graph.Node("Mul", "eps", graph.Constant([.. tensors["base.ln_sigma"].Select(Math.Exp)], dimension)), graph.Constant(tensors["base.mu"], dimension));
        string logDensity = LogBase(graph, tensors, "eps");
        foreach ((IOnnxLayer layer, OnnxTensors own) in layers)
            (state, logDensity) = After(graph, layer.Forward(graph, own, state), logDensity);
        graph.Output(state, "z", dimension);
        graph.Output(logDensity, "log_q", 0);
        return graph;
    }

    private static OnnxGraph Density(OnnxTensors tensors, (IOnnxLayer Layer, OnnxTensors Tensors)[] layers, int dimension)
    {
        var graph = new OnnxGraph("density");
        graph.Input("z", dimension);
        (string state, string logDet) = ("z", graph.Constant(0));
        foreach ((IOnnxLayer layer, OnnxTensors own) in layers.Reverse())
            (state, logDet) = After(graph, layer.Inverse(graph, own, state), logDet);
        string eps = graph.Node("Div", graph.Node("Sub", state, graph.Constant(tensors["base.mu"], dimension)), graph.Constant([.. tensors["base.ln_sigma"].Select(Math.Exp)], dimension));
        graph.Output(graph.Node("Add", LogBase(graph, tensors, eps), logDet), "log_q", 0);
        return graph;
    }

    private static (string State, string LogDensity) After(OnnxGraph graph, (string State, string? LogDet) pass, string logDensity) =>
        (pass.State, pass.LogDet is null ? logDensity : graph.Node("Sub", logDensity, pass.LogDet));

    /// <summary>ln N(eps; 0, I) - sum ln sigma, [N, 1].</summary>
    private static string LogBase(OnnxGraph graph, OnnxTensors tensors, string eps)
    {
        double[] lnSigma = tensors["base.ln_sigma"];
        double constant = -lnSigma.Sum() - lnSigma.Length * 0.5 * Math.Log(2 * Math.PI);
        return graph.Node("Add", graph.Node("Mul", graph.RowSums(graph.Node("Mul", eps, eps)), graph.Constant(-0.5)), graph.Constant(constant));
    }

    private static ModelProto ModelOf(OnnxGraph graph, IReadOnlyList<KeyValuePair<string, string>> metadata)
    {
        var model = new ModelProto { IrVersion = FormatVersion, ProducerName = "FlowLab", Graph = graph.Proto };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        model.MetadataProps.AddRange(metadata.Select(pair => new StringStringEntryProto { Key = pair.Key, Value = pair.Value }));
        return model;
    }
}
