namespace FlowLab.Host.Errors;

/// <summary>What FLM numbers mean.</summary>
internal static class ManifestsErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLM: manifests", "",
    [
        new("FLM001", "The manifest's file does not exist",
            """
            FLM001 $: there is no file manifests/figrue3.json; did you mean "manifests/figure3.json"?
            """,
            "Check the spelling and the folder you are in; the suggestion is the nearest `.json` file of that folder. After `--resume DIR`, the folder has to hold the `manifest.json` of the run."),
        new("FLM002", "The file cannot be read or written",
            "FLM002 $: manifests is a folder; expected a manifest file",
            "Name a file rather than a folder, and check its permissions. `flowlab schema --out FILE` uses the same number when FILE cannot be written."),
        new("FLM003", "The file is empty",
            """
            FLM003 $: empty.json is empty; expected a manifest, such as { "name": "first", ... }
            """,
            "Start from one of the files in `manifests/`."),
        new("FLM004", "The file is too large",
            "FLM004 $: data.json is too large for a manifest; expected at most 16777216 bytes; found 100000000 bytes",
            "You probably named a data file. Large grids are written as a `sweep`, not as text."),
        new("FLM005", "The file is no JSON",
            "FLM005 $: this is not JSON, line 3, position 14: '2' is invalid after a value. Expected either ',', '}', or ']'.",
            "Look at the line and position; a comma or quote just before it is usually missing. Comments and trailing commas are allowed."),
        new("FLM006", "A key stands in one object twice",
            """
            FLM006 $.name: the key "name" stands in this object twice, upper and lower case being the same; the second is on line 3, position 36
            """,
            "Remove one of the two. Keys are joined by colons inside the program, so do not use colons in keys either."),
        new("FLM010", "Unknown key",
            """
            FLM010 $.flow[0].lenght: unknown key "lenght"; expected one of type, parameters, length, initialScale; did you mean "length"?
            """,
            "Use one of the keys listed; upper and lower case count. `flowlab plugins describe NAME` shows the settings of a component. If the fault has a `(from ...)`, the key was written there."),
        new("FLM011", "A value has the wrong type",
            """
            FLM011 $.training.batch: wrong type; expected a whole number from 1 to 1000000, in samples; found "100"
            """,
            "Write the value as described: numbers without quotes, text with quotes, objects in `{ }`, lists in `[ ]`."),
        new("FLM012", "A number is out of range",
            """
            FLM012 $.flow[0].length (from $.sweep["flow.0.length"][1]): out of range; expected a whole number from 1 to 4096, in layers; found -1
            """,
            "Choose a number in the range; the unit is part of the message."),
        new("FLM013", "A word is not among those allowed",
            """
            FLM013 $.objective.type: value not allowed; expected one of "free-energy", "maximum-likelihood", "none"; found "free-enrgy"; did you mean "free-energy"?
            """,
            "Use one of the words listed."),
        new("FLM014", "Something required is missing",
            "FLM014 $.flow[0].type: missing; expected the name of a flow: autoregressive, glow, hamiltonian, householder, langevin, nice, planar, radial, real-nvp, spline-autoregressive, spline-coupling, sylvester",
            "Add the key. A target is required unless the objective is `none`."),
        new("FLM015", "No plugin offers the component",
            """
            FLM015 $.flow[0].type: no plugin offers a flow "planer"; expected one of autoregressive, glow, hamiltonian, householder, langevin, nice, planar, radial, real-nvp, spline-autoregressive, spline-coupling, sylvester; did you mean "planar"?
            """,
            "Correct the name, or put the plugin into the plugin folder (or name its folder with `--plugins`). If a plugin could not be loaded, its FLP fault follows in the same list."),
        new("FLM016", "Objective and target do not fit",
            """
            FLM016 $.target: objective "maximum-likelihood" cannot use a target of type "energy"; expected a target of type "dataset", or objective "free-energy"
            """,
            "The free energy needs an energy U(z) to evaluate; maximum likelihood needs data points. Change one of the two."),
        new("FLM017", "Nothing would be trained",
            """
            FLM017 $.training.updates: objective "free-energy" with no updates; expected at least 1 update, or objective "none" to draw the flow as initialised; found 0
            """,
            "Set `training.updates`, or `objective.type` to `none`."),
        new("FLM018", "A setting and the model do not fit",
            """
            FLM018 $.objective.annealing.term: KL annealing without a model; expected "joint", or a model: an energy has no prior
            """,
            "Take the setting out, or add a `model`.")
        {
            Explanation = "**Why.** Some settings belong to latent models only (several samples per data point, KL annealing, `parameters` of a flow), others to cells without one (`base`).",
        },
        new("FLM019", "The base has no likelihood",
            """
            FLM019 $.base.type: maximum likelihood needs a base with a density everywhere, and that of a uniform base is zero outside its square; expected "gaussian", or another objective; found "uniform"
            """,
            "Take a Gaussian base. A point outside of the square has no likelihood under a uniform one, and so no gradient."),
        new("FLM020", "The seeds cannot be used",
            """
            FLM020 $.seeds[2]: seed 1 stands in the list twice; expected a count from 1 to 1000000, a list of different whole numbers from 0, or { "first": 0, "count": 8 }; found 1
            """,
            "Use one of the three forms. The same number is used for `--seeds`."),
        new("FLM021", "An override is no assignment",
            "FLM021 $: --set training.batch is no assignment; expected path=value, such as --set flow.0.length=32",
            "Write path and value around `=`, without spaces or in quotes."),
        new("FLM022", "A path leads nowhere",
            """
            FLM022 $.sweep["flwo.0.length"]: the path "flwo.0.length" leads nowhere; expected a path that starts with target, model, base, flow, objective, optimizer, training, evaluation, or a list of partial manifests { "label": ..., ... }; did you mean "flow.0.length"?
            """,
            """
            List elements, such as `flow.1`, must be in the manifest (or in the partial manifest that is merged first); count from 0. A plain value on the way, such as `"schedule": "cosine"`, has to become an object before a path can go through it.
            """),
        new("FLM023", "Not sweepable",
            """
            FLM023 $.sweep.seeds: "seeds" is the same for the whole experiment; expected a path that starts with target, model, base, flow, objective, optimizer, training, evaluation, or a list of partial manifests { "label": ..., ... }
            """,
            "A sweep varies what makes up a cell. Seeds, name, report and sweep are common to all cells."),
        new("FLM024", "An axis has unusable values",
            "FLM024 $.sweep.kind[0].label: a partial manifest has no label; expected text in quotes that tells this value from the others",
            "An axis is a list with at least one value: plain values for a path, objects with a `label` for anything else."),
        new("FLM025", "A value of an axis is repeated",
            """
            FLM025 $.sweep["flow.0.length"][2]: axis "flow.0.length" has the value "2" 2 times; expected different values
            """,
            "Remove the repetition; for more runs of one cell, use more seeds."),
        new("FLM026", "The grid is too large",
            "FLM026 $.sweep: the grid has 101 x 101 cells; expected at most 10000 cells",
            "Split the experiment into several manifests."),
        new("FLM027", "The report names an axis that is not there",
            """
            FLM027 $.report.rows: the sweep has no axis "flow.0.lenght"; expected one of flow.0.length; did you mean "flow.0.length"?
            """,
            "Use the key of the axis exactly as it stands in `sweep`."),
        new("FLM028", "There is no such preset",
            """
            FLM028 $.preset (from --preset): there is no preset "quik"; expected one of quick, paper; did you mean "quick"?
            """,
            "Use one of the names listed, which are the keys of `presets`, or leave `preset` out. After `--resume DIR` only the preset that the run was started with is left."),
        new("FLM029", "The reference names a setting that no cell has",
            """
            FLM029 $.report.reference.settings["training.udpates"]: no cell has a setting "training.udpates"; expected one of training.batch, training.updates, training.metricsEvery, training.checkpointEvery; did you mean "training.updates"?
            """,
            "Write the path as `--set` takes it. Settings of a component are those that `flowlab plugins describe NAME` shows. Only settings that at least one cell has can be compared."),
        new("FLM030", "A default that its own range refuses",
            "FLM030 $.flow[0].share: the component's own default is out of range; expected a number from 0 to 1; found 2",
            "State the setting in the manifest, and tell the author of the plugin.")
        {
            Explanation = "**Why.** This is an error of the plugin: what it does when the manifest is silent is what it would refuse if the manifest said it.",
        },
    ]);
}
