-- One row per article of the sample shop: a size of a model, its price and what it costs; rank gives how often it sells.
create table sample.articles as
with models(model, title, gross, vat_rate, cost, sizes, supplier) as (
    values
    ('MAR', 'Marinière « Ouessant » coton biologique', 59.00, 20.0, 21.40, ['XS', 'S', 'M', 'L', 'XL'], 'Filature du Léon'),
    ('VAR', 'Vareuse de toile « Groix »', 89.00, 20.0, 34.80, ['S', 'M', 'L', 'XL'], 'Filature du Léon'),
    ('CIR', 'Ciré « Grand Large » jaune', 129.00, 20.0, 52.10, ['S', 'M', 'L', 'XL'], 'Toiles du Ponant'),
    ('PUL', 'Pull marin « Iroise » laine', 99.90, 20.0, 41.25, ['S', 'M', 'L', 'XL'], 'Filature du Léon'),
    ('ROB', 'Robe « Sauzon » lin lavé', 84.50, 20.0, 29.90, ['36', '38', '40', '42'], 'Toiles du Ponant'),
    ('CHA', 'Chaussettes « Petit Mousse »', 12.90, 20.0, 3.15, ['36-40', '41-45'], 'Filature du Léon'),
    ('BON', 'Bonnet « Vigie » laine mérinos', 29.00, 20.0, 9.80, [''], 'Filature du Léon'),
    ('ECH', 'Écharpe « Brume »', 45.00, 20.0, 16.30, [''], 'Filature du Léon'),
    ('SAC', 'Sac de marin toile enduite', 69.00, 20.0, 26.45, [''], 'Toiles du Ponant'),
    ('BOL', 'Bol à oreilles grès émaillé', 24.00, 20.0, 8.70, [''], 'Poterie du Goyen'),
    ('TAS', 'Tasse « Phare » grès', 19.50, 20.0, 6.90, [''], 'Poterie du Goyen'),
    ('LAM', 'Lampe tempête laiton', 74.90, 20.0, 31.60, [''], 'Toiles du Ponant'),
    ('SAV', 'Savon aux algues 100 g', 6.90, 20.0, 1.85, [''], 'Savonnerie des Abers'),
    ('BOU', 'Bougie « Varech »', 27.00, 20.0, 8.20, [''], 'Savonnerie des Abers'),
    ('SEL', 'Sel gris aux algues 250 g', 5.80, 5.5, 1.60, [''], 'Saline du Mès'),
    ('CAR', 'Caramels au beurre salé 200 g', 8.50, 5.5, 2.95, [''], 'Confiserie de la Baie'),
    ('TIS', 'Tisane « Lande » sachets', 9.20, 5.5, 3.10, [''], 'Confiserie de la Baie'),
    ('RIL', 'Rillettes de maquereau 90 g', 4.90, 5.5, 1.75, [''], 'Confiserie de la Baie'),
    ('LIV', 'Livre « Contes de la brume »', 19.00, 5.5, 9.50, [''], 'Éditions du Sémaphore'),
    ('GUI', 'Guide des oiseaux du rivage', 24.90, 5.5, 12.45, [''], 'Éditions du Sémaphore'),
    ('CAH', 'Carnet de bord relié', 16.00, 20.0, 5.40, [''], 'Éditions du Sémaphore')
),
sizes as (
    select model, title, gross, vat_rate, cost, supplier, unnest(sizes) as size, generate_subscripts(sizes, 1) as size_rank
    from models
)
select
    row_number() over (order by model, size_rank) - 1 as article,
    model || if(size = '', '', '-' || size) as sku,
    title || if(size = '', '', ', taille ' || size) as title,
    model, size, gross::decimal(18, 2) as gross, vat_rate::decimal(5, 2) as vat_rate, cost::decimal(18, 6) as cost, supplier
from sizes;
