namespace FlowLab.Host.Exports;

/// <summary>The refusal of an export as ONNX, with its text.</summary>
internal static class OnnxErrors
{
    public static FlowLabException Unsupported(string cell, string what, IEnumerable<string> names) => new("FLR110",
        $"cell '{cell}' {what}, which --format onnx has no operators for; expected a Gaussian base and flows of {string.Join(", ", names)}. --format safetensors has every model.");
}
