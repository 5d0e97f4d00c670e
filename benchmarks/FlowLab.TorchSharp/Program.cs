using System.Globalization;
using System.Text.Json;
using FlowLab.Benchmarks.TorchSharp;
using static TorchSharp.torch;

// probe: loads the library. toy2d|latent speed K BATCH SEEDS: a JSON line with steps per second. toy2d|latent gradient: loss and gradients of the case
// on the standard input. Exit code 3 and the reason where the native library cannot be loaded.
set_num_threads(Environment.ProcessorCount);
switch (args)
{
    case ["probe"]:
        Console.WriteLine(Probe());
        return 0;
    case [var model, "speed", var length, var batch, var seeds]:
        Console.WriteLine(JsonSerializer.Serialize(Speed.Of(Model(model, Number(length), Number(seeds)), Number(batch))));
        return 0;
    case [var model, "gradient"]:
        using (JsonDocument given = JsonDocument.Parse(Console.In.ReadToEnd()))
            Console.WriteLine(JsonSerializer.Serialize(Gradients.Of(model, given.RootElement)));
        return 0;
    default:
        Console.Error.WriteLine("arguments: probe | toy2d|latent speed K BATCH SEEDS | toy2d|latent gradient");
        return 2;
}

static string Probe() => tensor(new[] { 1f, 2f }).sum().item<float>().ToString(CultureInfo.InvariantCulture);

static IFreeEnergy Model(string name, int length, int seeds) => name == "toy2d" ? new PlanarModel(length, seeds) : new LatentModel(784, 400, 40, length, seeds);

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
