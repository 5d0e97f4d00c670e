using System.Text.Json;
using static TorchSharp.torch;

namespace FlowLab.Benchmarks.TorchSharp;

/// <summary>Loss at beta = 1, and gradients at the case's beta, of the case that the Python peers read too.</summary>
internal static class Gradients
{
    public static object Of(string name, JsonElement given)
    {
        bool isPlane = name == "toy2d";
        int length = given.GetProperty("length").GetInt32();
        IFreeEnergy model = isPlane ? new PlanarModel(length, 1) : new LatentModel(Size("pixels"), Size("hidden"), Size("latents"), length, 1);
        using (no_grad())
        {
            foreach (JsonProperty parameter in given.GetProperty("parameters").EnumerateObject())
                model.Parameters[parameter.Name].copy_(tensor(Numbers(parameter.Value)).view(model.Parameters[parameter.Name].shape));
        }
        Tensor noise = tensor(Numbers(given.GetProperty("eps"))).view(1, isPlane ? 2 : Size("latents"), -1);
        Tensor[] drawn = isPlane ? [noise] : [tensor(Numbers(given.GetProperty("x"))).view(1, Size("pixels"), -1), noise];
        model.Loss(drawn, given.GetProperty("beta").GetDouble()).backward();
        using IDisposable quiet = no_grad();
        return new
        {
            loss = model.Loss(drawn, 1).item<float>(),
            gradients = model.Parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.grad!.flatten().data<float>().ToArray()),
        };

        int Size(string size) => given.GetProperty(size).GetInt32();
    }

    private static float[] Numbers(JsonElement values) =>
        [.. values.EnumerateArray().SelectMany(value => value.ValueKind == JsonValueKind.Array ? Numbers(value) : [value.GetSingle()])];
}
