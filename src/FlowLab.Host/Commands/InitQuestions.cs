using FlowLab.Data;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;
using Spectre.Console;

namespace FlowLab.Host.Commands;

/// <summary>Asks what the command line of <c>flowlab init</c> has left open.</summary>
/// <param name="console">Where questions are asked; null: nowhere, and defaults are taken.</param>
/// <param name="catalog">What there is to choose from.</param>
internal sealed class InitQuestions(IAnsiConsole? console, PluginCatalog catalog)
{
    private const int DefaultLength = 8;
    private const int DefaultSeeds = 5;
    private const int DefaultUpdates = 10_000;
    private const string DefaultFlow = "planar";

    private static readonly string[] Likelihoods = ["bernoulli", "logit-normal", "gaussian"];

    /// <summary>The manifest that answers and options make.</summary>
    /// <param name="name">The experiment's name.</param>
    /// <param name="options">What needs no question.</param>
    public FirstManifest Ask(string name, InitOptions options)
    {
        PluginComponent target = Target(options.Target);
        return new FirstManifest
        {
            Name = name, Target = target, TargetSettings = Required(target, options.Settings), Likelihood = Likelihood(target, options.Likelihood),
            Flow = options.Flow is { } flow ? Known(ComponentKinds.Flow, flow).Name : Choose("Which [bold]flow[/]?", [.. catalog.NamesOf(ComponentKinds.Flow).OrderBy(known => known != DefaultFlow)]),
            Length = options.Length ?? Number("How many [bold]layers[/]?", DefaultLength), Seeds = options.Seeds ?? Number("How many [bold]seeds[/]?", DefaultSeeds),
            Updates = options.Updates ?? Number("How many [bold]updates[/]?", DefaultUpdates),
        };
    }

    private PluginComponent Target(string? asked)
    {
        PluginComponent[] targets = [.. catalog.Components.Where(component => component.Kind is ComponentKinds.Energy or ComponentKinds.Dataset)];
        if (asked is not null)
            return targets.FirstOrDefault(target => target.Name == asked) ?? throw InitErrors.NoSuch("target", asked, [.. targets.Select(target => target.Name)]);
        if (console is null)
            throw InitErrors.NobodyToAsk([.. targets.Select(target => target.Name)]);
        return console.Prompt(new SelectionPrompt<PluginComponent>().Title("What is [bold]fitted[/]?").PageSize(20).AddChoices(targets)
            .UseConverter(target => Markup.Escape($"{target.Name} ({target.Kind}): {target.Summary}")));
    }

    /// <summary>Settings of the target that have no default, such as the path of a file.</summary>
    private Dictionary<string, string> Required(PluginComponent target, IReadOnlyDictionary<string, string> given)
    {
        var settings = new Dictionary<string, string>(given);
        foreach (SettingsProperty property in target.Settings?.Properties.Where(property => property.IsRequired && !given.ContainsKey(property.Name)) ?? [])
        {
            if (console is null)
                throw InitErrors.Missing(target.Name, property.Name, property.Shape.Describe());
            settings[property.Name] = console.Prompt(new TextPrompt<string>($"[bold]{Markup.Escape(property.Name)}[/]: {Markup.Escape(property.Description)}"));
        }
        return settings;
    }

    /// <summary>Points of a file want a latent model; of what draws its points itself, a flow learns the density.</summary>
    private string Likelihood(PluginComponent target, string? asked)
    {
        if (asked is not null)
            return asked;
        if (!target.ImplementationType.IsAssignableTo(typeof(IPointDataset)))
            return "";
        bool isBinary = target.Settings?.Properties.FirstOrDefault(property => property.Name == "binarization")?.Default is { } binarization && binarization.ToString() != "None";
        return Choose("Which density [bold]p(x|z)[/]: bernoulli for binary points, logit-normal for intensities, gaussian for any numbers?", [.. Likelihoods.OrderBy(known => known != (isBinary ? "bernoulli" : "logit-normal"))]);
    }

    private PluginComponent Known(string kind, string name) =>
        catalog.Find(kind, name) ?? throw InitErrors.NoSuch(kind, name, catalog.NamesOf(kind));

    /// <summary>The first of the choices where nobody is asked.</summary>
    private string Choose(string title, IReadOnlyList<string> choices) =>
        console is null ? choices[0] : console.Prompt(new SelectionPrompt<string>().Title(title).PageSize(20).AddChoices(choices));

    private int Number(string question, int usual) => console is null ? usual : console.Prompt(
        new TextPrompt<int>(question).DefaultValue(usual).Validate(number => number >= 1 ? ValidationResult.Success() : ValidationResult.Error("[red]expected a whole number from 1[/]")));
}
